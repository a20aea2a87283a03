import type { ParkedEvent, ParkedRequest } from '../parking.js';

/** A parked event as MongoDB holds it; once released, only its place is left, so that nothing older parks it again. */
export interface ParkedRow {
  /** The event's position. */
  readonly _id: string;
  /** JSON. */
  readonly event?: string;
  readonly isSkipped?: boolean;
  /** JSON. Left there by an operator; a commit replaces the row, and with it this. */
  readonly asked?: string;
  /** The checkpoint of the commit that wrote it. */
  readonly _p: string;
}

export const toParkedRows = (
  parked: readonly ParkedEvent[],
  released: readonly string[],
  checkpoint: string,
): ParkedRow[] => [
  ...parked.map((event) => ({
    _id: event.position,
    event: JSON.stringify(event),
    isSkipped: event.skipped !== undefined,
    _p: checkpoint,
  })),
  ...released.map((_id) => ({ _id, _p: checkpoint })),
];

export const toParked = ({ event, asked }: Pick<ParkedRow, 'event' | 'asked'>): ParkedEvent => ({
  ...(JSON.parse(event!) as ParkedEvent),
  ...(asked !== undefined && { asked: JSON.parse(asked) as ParkedRequest }),
});
