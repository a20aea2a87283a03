import { LimitExceeded } from '@pm/eventing';
import {
  BadCursor,
  type DocumentPage,
  type Generation,
  type ListQuery,
  NotIndexed,
  PAGE_DOCUMENTS_MAX,
  type StoredDocument,
} from './view-store.js';

/** Where the page before ended: value of the sort field, then id. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

/** What every store checks before it lists. @throws NotIndexed, LimitExceeded, BadCursor */
export function checkList(generation: Generation, query: ListQuery): Cursor | undefined {
  const fields = [...Object.keys(query.where ?? {}), ...(query.sortBy === undefined ? [] : [query.sortBy])];
  for (const field of fields) {
    if (!generation.indexes.includes(field)) throw new NotIndexed(field, generation.indexes);
  }
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > PAGE_DOCUMENTS_MAX) {
    throw new LimitExceeded('a page', PAGE_DOCUMENTS_MAX, 'documents');
  }
  return query.cursor === undefined ? undefined : parseCursor(query.cursor, query.sortBy);
}

/** A page of documents that are in memory, as every store lists them. @throws NotIndexed, LimitExceeded, BadCursor */
export function listed(
  documents: Iterable<StoredDocument>,
  generation: Generation,
  query: ListQuery,
): DocumentPage {
  const cursor = checkList(generation, query);
  const where = Object.entries(query.where ?? {});
  const order = (document: StoredDocument) => [
    query.sortBy ? fieldOf(document, query.sortBy) : '',
    document.id,
  ];
  const matching = [...documents]
    .filter((document) => document.own && where.every(([field, value]) => fieldOf(document, field) === value))
    .sort((a, b) => compareTexts(order(a), order(b)))
    .filter((document) => !cursor || compareTexts(order(document), [cursor.value, cursor.id]) > 0);
  return pageOf(matching.slice(0, query.limit + 1), query);
}

/** By bytes of UTF-8, as databases order text. */
export function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const difference = Buffer.compare(Buffer.from(text), Buffer.from(b[index]!));
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param documents one more than the limit, where there are more */
export function pageOf(documents: readonly StoredDocument[], { limit, sortBy }: ListQuery): DocumentPage {
  const last = documents[limit - 1];
  if (documents.length <= limit || !last) return { documents };
  const cursor = [sortBy ?? '', sortBy ? fieldOf(last, sortBy) : '', last.id];
  const next = Buffer.from(JSON.stringify(cursor)).toString('base64url');
  return { documents: documents.slice(0, limit), next };
}

/** Text of an indexed field; empty where the document has none. */
export function fieldOf(document: StoredDocument, field: string): string {
  const value = (document.own as Record<string, unknown> | undefined)?.[field];
  return typeof value === 'string' ? value : '';
}

function parseCursor(text: string, sortBy = ''): Cursor {
  const [order, value, id, ...rest] = partsOf(text);
  if (order !== sortBy || typeof value !== 'string' || typeof id !== 'string' || rest.length > 0) {
    throw new BadCursor();
  }
  return { value, id };
}

function partsOf(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
