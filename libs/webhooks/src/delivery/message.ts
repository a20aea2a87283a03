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
  /** The ids that the event names, under its own names for them: `{ goalId: "…" }`. */
  readonly about: Readonly<Record<string, string>>;
}

export function messageOf({ id, type, position, stream, revision, metadata, data }: LoggedEvent): Message {
  const ids = Object.entries(data as Record<string, unknown>).filter(
    (field): field is [string, string] =>
      field[0].endsWith('Id') && typeof field[1] === 'string' && isId(field[1]),
  );
  const { recordedAt } = metadata;
  return { id, type, position, stream, revision, recordedAt, about: Object.fromEntries(ids) };
}
