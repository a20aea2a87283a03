/** The log that a position belongs to, and its place there as sortable text. */
export interface Place {
  readonly logId: string;
  readonly place: string;
}

/** A position that no event of this log can have: malformed, or another log's. */
export class UnknownPosition extends Error {
  constructor(readonly position: string) {
    super('the position is not one of this log; use a position that this server returned');
    this.name = 'UnknownPosition';
  }
}

/** @returns `<logId>.<place>`, the form in which positions leave a store */
export const toPosition = ({ logId, place }: Place): string => `${logId}.${place}`;

/** @throws UnknownPosition where the token is malformed or of another log */
export function placeIn(logId: string, position: string): string {
  const [log, place, ...rest] = position.split('.');
  if (log !== logId || !place || !/^[0-9a-f]+$/.test(place) || rest.length > 0)
    throw new UnknownPosition(position);
  return place;
}

const WIDTH = 16;

/** Integers as places: zero-padded, so that text order is log order. */
export const integerPlace = (value: number): string => String(value).padStart(WIDTH, '0');

export function integerPosition(logId: string, value: number): string {
  return toPosition({ logId, place: integerPlace(value) });
}

export function integerIn(logId: string, position: string): number {
  const place = placeIn(logId, position);
  const value = Number(place);
  if (!Number.isSafeInteger(value) || integerPlace(value) !== place) throw new UnknownPosition(position);
  return value;
}
