import { columns } from '../columns.js';
import { type Acted, actorText, minute, reasonText } from './told-text.js';

/** An event as an auditor reads it. */
export interface ShownEvent extends Acted {
  readonly revision: number;
  readonly recordedAt: string;
  readonly effectiveAt?: string;
  /** As stored. */
  readonly type: string;
  /** Opened; null once the person whose key sealed it was erased. */
  readonly reason?: unknown;
  readonly data: object;
}

/** What a stream added up to after one of its events. */
export interface ReplayStep {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly state: object;
}

const HEADER = ['', 'recorded', 'true from', 'type', 'actor', 'reason', 'data'];

/** Events, one a line. */
export function streamText(events: readonly ShownEvent[]): string {
  const lines = events.map(({ revision, recordedAt, effectiveAt, type, reason, data, ...acted }) => [
    String(revision),
    minute(recordedAt),
    effectiveAt === undefined ? '' : minute(effectiveAt),
    type.slice(type.lastIndexOf('.') + 1),
    actorText(acted),
    reasonText(reason),
    JSON.stringify(data),
  ]);
  return columns([HEADER, ...lines], [0]);
}

/** Each step with the fields that its event changed; the first one with all of them. */
export function replayText(steps: readonly ReplayStep[]): string {
  return steps
    .map((step, index) => {
      const { revision, type, recordedAt, state } = step;
      const fields = changedFields(steps[index - 1]?.state ?? {}, state);
      return `${revision}  ${type}  ${minute(recordedAt)}\n${columns(fields.map((field) => ['  ', ...field]))}`;
    })
    .join('\n');
}

function changedFields(before: object, after: object): [field: string, value: string][] {
  const texts = (state: object) =>
    Object.entries(state).map(([field, value]) => [field, textOf(value)] as const);
  const was = new Map(texts(before));
  const is = new Map(texts(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => [field, is.get(field) ?? '(gone)']);
}

const textOf = (value: unknown): string | undefined => JSON.stringify(value);

/** A state with its maps as objects, so that it can be printed. */
export function withoutMaps(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, held]) => [String(key), withoutMaps(held)]));
  if (Array.isArray(value)) return value.map(withoutMaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutMaps(field)]));
}
