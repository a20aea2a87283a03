import type { Answer } from '../../support/server.js';
import type { Sample } from './world.js';

/**
 * What an answer tells of a goal, as tables name it: `full` with its secret, `meta` with whose it is or what happened,
 * `place` without, `none` where the goal is not in it; of a refusal its status and code.
 */
export function toldOf({ goalId, secret }: Sample, { status, body, bytes }: Answer): string {
  if (status === 403 && body.title === 'forbidden') return '403';
  if (status !== 200) return `${status} ${body.title}`;
  const about = JSON.stringify(partsAbout(typeof body === 'string' ? rowsOf(bytes) : body, goalId));
  if (about === '[]') return 'none';
  if (about.includes(secret)) return 'full';
  return /"(phase|actor)":|"(draft|proposed|agreed|active|paused|completed)"/.test(about) ? 'meta' : 'place';
}

/** Of NDJSON. */
const rowsOf = (bytes: Buffer): unknown[] =>
  bytes
    .toString()
    .split('\n')
    .flatMap((line) => (line ? [JSON.parse(line) as unknown] : []));

/** The smallest objects and rows that name an id, and what such a one stands in where it is an effect of that. */
function partsAbout(value: unknown, id: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { effects } = value as { effects?: readonly { goalId: string }[] };
  if (effects) return effects.some(({ goalId }) => goalId === id) ? [value] : [];
  if (Object.values(value).includes(id)) return [value];
  return Object.values(value).flatMap((each) => partsAbout(each, id));
}
