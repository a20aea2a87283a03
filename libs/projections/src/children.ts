import type { StoredDocument } from './view-store.js';

/** Documents by id, sums included; not to be changed. */
export interface Documents<Doc, Sum> {
  get(id: string): StoredDocument<Doc, Sum> | undefined;
  /** In the order of their ids. */
  values(): Iterable<StoredDocument<Doc, Sum>>;
  /** Those that stand directly under one, each once, in the order of their ids. */
  below(id: string): StoredDocument<Doc, Sum>[];
}

/** Documents that stay as they are. What stands under each is found out when it is first asked for. */
export function withChildren<Doc, Sum>(
  documents: Pick<Documents<Doc, Sum>, 'get' | 'values'>,
  above: (doc: Doc) => readonly string[],
): Documents<Doc, Sum> {
  let children: Children<Doc, Sum> | undefined;
  return {
    get: (id) => documents.get(id),
    values: () => documents.values(),
    below: (id) => {
      children ??= new Children(above, documents.values());
      return children.of(id).map((child) => documents.get(child)!);
    },
  };
}

/** Ids of documents by what these stand under, kept in step by whoever changes the documents. */
export class Children<Doc, Sum> {
  private readonly ids = new Map<string, Set<string>>();

  constructor(
    private readonly above: (doc: Doc) => readonly string[],
    documents: Iterable<StoredDocument<Doc, Sum>> = [],
  ) {
    for (const document of documents) this.add(document);
  }

  add(document: StoredDocument<Doc, Sum>): void {
    for (const id of this.placesOf(document)) {
      const children = this.ids.get(id);
      if (children) children.add(document.id);
      else this.ids.set(id, new Set([document.id]));
    }
  }

  remove(document: StoredDocument<Doc, Sum>): void {
    for (const id of this.placesOf(document)) this.ids.get(id)?.delete(document.id);
  }

  /** In their order. */
  of(id: string): string[] {
    return [...(this.ids.get(id) ?? [])].sort();
  }

  private placesOf({ own }: StoredDocument<Doc, Sum>): readonly string[] {
    return own === undefined ? [] : this.above(own);
  }
}
