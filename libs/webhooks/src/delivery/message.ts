import { isId, type LoggedEvent } from '@pm/eventing';

/** What is told of an event: that it happened, and to what; whoever may read more reads it. */
export interface Message {
  /** Of the event, and the same however often it is sent. */
  readonly id: string;
  readonly type: string;
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  /** The ids that the event names and everybody may know, under its own names for them: `{ goalId: "…" }`. */
  readonly about: Readonly<Record<string, string>>;
}

/** By the category of the stream: whose a goal is, and of which goal a KPI tells, only those know who may read it. */
const UNTOLD: Readonly<Record<string, string>> = { goal: 'personId', kpi: 'goalId' };

/** What is in somebody's inbox, and that somebody is held, as before a court: fewer may read that than may subscribe. */
const UNTOLD_TYPES = /^throughline\.(notifications\.|organisation\.Hold)/;

export const isTold = ({ type }: Pick<LoggedEvent, 'type'>): boolean => !UNTOLD_TYPES.test(type);

export function messageOf({ id, type, position, stream, revision, metadata, data }: LoggedEvent): Message {
  const untold = UNTOLD[stream.split('-', 1)[0]!];
  const ids = Object.entries(data as Record<string, unknown>).filter(
    (field): field is [string, string] =>
      field[0].endsWith('Id') && field[0] !== untold && typeof field[1] === 'string' && isId(field[1]),
  );
  const { recordedAt } = metadata;
  return { id, type, position, stream, revision, recordedAt, about: Object.fromEntries(ids) };
}
