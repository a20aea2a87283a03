import type { Opened } from '@pm/eventing';
import type { GoalChange } from '@pm/insights';
import { columns } from '../columns.js';
import { percent } from './tree-text.js';

const HEADER = ['recorded', 'true from', 'actor', 'event', 'progress', 'why'];

/** A goal's changes, one a line. @param names of those who acted; the others are shown by their ids */
export function historyText(
  changes: readonly Opened<GoalChange>[],
  names: ReadonlyMap<string, string> = new Map(),
): string {
  return columns([HEADER, ...changes.map((change) => lineOf(change, names))]);
}

function lineOf(change: Opened<GoalChange>, names: ReadonlyMap<string, string>): string[] {
  const { recordedAt, effectiveAt, type, reason, effects } = change;
  const [effect] = effects;
  return [
    minute(recordedAt),
    effectiveAt === undefined || effectiveAt === recordedAt ? '' : minute(effectiveAt),
    actorText(change, names),
    type,
    progressText(effect?.progressBefore, effect?.progressAfter),
    reasonText(reason),
  ];
}

/** Whoever had something recorded. */
export interface Acted {
  readonly actor: string;
  readonly onBehalfOf?: string;
}

/** Both who did it and for whom. @param names by their ids */
export function actorText(
  { actor, onBehalfOf }: Acted,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const nameOf = (id: string) => names.get(id) ?? id;
  return onBehalfOf === undefined ? nameOf(actor) : `${nameOf(actor)} on behalf of ${nameOf(onBehalfOf)}`;
}

/** The ids of everybody who acted, and of those for whom. */
export const actorsOf = (acted: readonly Acted[]): string[] =>
  acted.flatMap(({ actor, onBehalfOf }) => (onBehalfOf === undefined ? [actor] : [actor, onBehalfOf]));

function progressText(before: string | undefined, after: string | undefined): string {
  const [was, is] = [percent(before) || '–', percent(after) || '–'];
  return was === is ? is : `${was} → ${is}`;
}

/** A text as opened: null once the person whose key sealed it was erased. */
export function reasonText(reason: unknown): string {
  if (reason === undefined) return '';
  return typeof reason === 'string' ? reason : '(erased)';
}

/** UTC, to the minute. */
export const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
