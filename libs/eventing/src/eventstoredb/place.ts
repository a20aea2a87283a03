import type { Position } from '@eventstore/db-client';
import { placeIn, toPosition, UnknownPosition } from '../position.js';

const HEX_DIGITS = 16;
const LARGEST = 2n ** 63n - 1n;

/** Where a record stands: commit, then prepare. With the commit alone, one between the two could be missed. */
export function positionOf(logId: string, { commit, prepare }: Position): string {
  return toPosition({ logId, place: `${hex(commit)}${hex(prepare)}` });
}

/** @throws UnknownPosition where the token is malformed or of another log */
export function recordIn(logId: string, position: string): Position {
  const place = placeIn(logId, position);
  if (place.length !== 2 * HEX_DIGITS) throw new UnknownPosition(position);
  const commit = BigInt(`0x${place.slice(0, HEX_DIGITS)}`);
  const prepare = BigInt(`0x${place.slice(HEX_DIGITS)}`);
  if (commit > LARGEST || prepare > commit) throw new UnknownPosition(position);
  return { commit, prepare };
}

export const isAfter = (a: Position, b: Position): boolean =>
  a.commit === b.commit ? a.prepare > b.prepare : a.commit > b.commit;

export const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.commit === b?.commit && a?.prepare === b?.prepare;

const hex = (value: bigint): string => value.toString(16).padStart(HEX_DIGITS, '0');
