import type { Generation, StoredDocument } from '../view-store.js';
import { fieldOf } from '../listing.js';

/**
 * A document as MongoDB holds it. Own and sum are JSON: exact in numbers and in the order of fields, and no name in them
 * can mean something to the server. What lists filter and sort by stands beside them.
 */
export interface DocumentRow {
  readonly _id: string;
  readonly own?: string;
  readonly sum?: string;
  /** Text of each indexed field, empty where the document has none; there where own is. */
  readonly i?: Readonly<Record<string, string>>;
  /** The position up to which events are in it: nothing that ends before it may replace it. */
  readonly _p: string;
  /** Revision of the view that made it. */
  readonly _r: number;
}

/** A removed document leaves its place and position behind, so that nothing older puts it back. */
export function toRow(
  document: StoredDocument,
  { indexes, revision }: Generation,
  position: string,
): DocumentRow {
  const { id, own, sum } = document;
  return {
    _id: id,
    ...(own && { own: JSON.stringify(own) }),
    ...(sum && { sum: JSON.stringify(sum) }),
    ...(own && { i: Object.fromEntries(indexes.map((field) => [field, fieldOf(document, field)])) }),
    _p: position,
    _r: revision,
  };
}

export const toDocument = ({ _id, own, sum }: Pick<DocumentRow, '_id' | 'own' | 'sum'>): StoredDocument => ({
  id: _id,
  ...(own !== undefined && { own: JSON.parse(own) as object }),
  ...(sum !== undefined && { sum: JSON.parse(sum) as object }),
});
