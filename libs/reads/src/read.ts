import type { ActorId, Instant, PersonId } from '@pm/kernel';

/**
 * What was read: one record, a list of them (`people`, `goals`, `goals-changes`), all that is held about a person
 * (`person-data`), who acts for whom (`person-deputies`), a file (`…-export`), or the read log itself, of one person
 * (`person-reads`) or whole (`read-log`).
 */
export type ReadKind =
  | 'person'
  | 'people'
  | 'person-data'
  | 'person-reads'
  | 'person-deputies'
  | 'goal'
  | 'goals'
  | 'goal-changes'
  | 'goals-changes'
  | 'goal-figure'
  | 'goals-export'
  | 'goal-history-export'
  | 'measurements-export'
  | 'read-log';

/** That somebody was shown what is held about others. Ids and times alone: no names, no texts, no values. */
export interface Read {
  /** UUIDv7; of two reads at the same moment the later one's is greater where one process recorded both. */
  readonly id: string;
  readonly at: Instant;
  readonly reader: ActorId;
  /** Whose deputy they read as; that one is among the subjects. */
  readonly onBehalfOf?: ActorId;
  /** In which they read. */
  readonly roles: readonly string[];
  readonly what: ReadKind;
  /** Of the one person, goal or KPI that was asked for; absent where it was more. */
  readonly recordId?: string;
  /** Whose data were shown, each once, without the reader; nobody's where they were about units alone. */
  readonly subjects: readonly PersonId[];
  /** What was true then, where that was asked for. */
  readonly asOf?: Instant;
  /** As it was known then, where that was asked for. */
  readonly asKnownAt?: Instant;
  readonly correlationId: string;
}

/** Read in bulk, or to look after others: recorded whomever it shows. */
const ALWAYS: readonly ReadKind[] = [
  'goals-export',
  'goal-history-export',
  'measurements-export',
  'read-log',
];

/** Whether a read is to be recorded. To read what is one's own is nobody's business; nor is what shows nobody. */
export const isRecorded = ({ what, subjects }: Pick<Read, 'what' | 'subjects'>): boolean =>
  subjects.length > 0 || ALWAYS.includes(what);
