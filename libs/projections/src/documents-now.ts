import { setImmediate } from 'node:timers/promises';
import { Children, type Documents } from './children.js';
import type { Held } from './follower.js';
import { upwards } from './upwards.js';
import type { Generation, StoredDocument, ViewStore } from './view-store.js';

const DOCUMENTS_AT_ONCE = 200;
/** With more statements than these to go on by, all documents are read again. */
const STATEMENTS_MAX = 5000;

/** What a reader looks for among the documents of a view. */
export interface Looking<Doc> {
  /** What a document counts towards. */
  readonly links: (doc: Doc) => readonly string[];
  /** What a document is looked for under. */
  readonly above: (doc: Doc) => readonly string[];
  /** All where absent. Of the others nothing but what they count towards matters, and that never changes. */
  readonly among?: Among<Doc>;
}

/** Which documents are held: those whose indexed field has one of these texts. */
export interface Among<Doc> {
  readonly field: string & keyof Doc;
  readonly values: readonly string[];
  /** A side of all others, from which the same is told as of a moment. */
  readonly besideBy: string & keyof Doc;
}

type Stored<Doc, Sum> = StoredDocument<Doc, Sum>;

/** The documents of a view as they are now, with the store's sums: a change costs what it changed, and all above that. */
export class DocumentsNow<Doc extends object, Sum extends object> implements Held {
  private documents = new Map<string, Stored<Doc, Sum>>();
  private children: Children<Doc, Sum>;
  private current: Documents<Doc, Sum> | undefined;

  constructor(
    private readonly store: Pick<ViewStore, 'list' | 'load' | 'entriesBetween' | 'positionAfter'>,
    private readonly looking: Looking<Doc>,
  ) {
    this.children = this.noChildren();
  }

  /** All of them, in the order of their ids, until the next are read: the same object as long as none changes. */
  shown(): Documents<Doc, Sum> {
    const { documents, children } = this;
    return (this.current ??= {
      get: (id) => documents.get(id),
      values: () => documents.values(),
      below: (id) => children.of(id).map((child) => documents.get(child)!),
    });
  }

  forget(): void {
    this.current = undefined;
    this.documents = new Map();
    this.children = this.noChildren();
  }

  /** In steps, so that nobody else waits for all of it; shown once it is whole. */
  async read(generation: Generation): Promise<void> {
    const { among } = this.looking;
    const lists = among ? among.values.map((value) => ({ where: { [among.field]: value } })) : [{}];
    const read: (readonly [string, Stored<Doc, Sum>])[] = [];
    for (const list of lists) {
      let cursor: string | undefined;
      do {
        const page = await this.store.list(generation, { ...list, limit: DOCUMENTS_AT_ONCE, cursor });
        for (const document of page.documents as Stored<Doc, Sum>[]) read.push([document.id, document]);
        cursor = page.next;
        await setImmediate();
      } while (cursor !== undefined);
    }
    this.forget();
    this.documents = new Map(read.sort(byId));
    for (const document of this.documents.values()) this.children.add(document);
  }

  async goOn(generation: Generation, from: string, to: string): Promise<void> {
    const beyond = await this.store.positionAfter(generation, from, STATEMENTS_MAX);
    if (beyond !== undefined) return this.read(generation);
    const entries = await this.store.entriesBetween(generation, { knownAt: from }, { knownAt: to });
    const read = new Map<string, Stored<Doc, Sum>>();
    let next = this.upwards(entries.map(({ id }) => id));
    while (next.length > 0) {
      for (const id of next) read.set(id, { id });
      const found = (await this.store.load(generation, next)) as readonly Stored<Doc, Sum>[];
      for (const document of found) read.set(document.id, document);
      // What it counts towards now, and did not before.
      next = this.upwards(found.flatMap((document) => this.linksOf(document))).filter((id) => !read.has(id));
    }
    if (read.size > 0) this.current = undefined;
    const many = this.documents.size;
    for (const document of read.values()) this.replace(document);
    if (this.documents.size > many) this.documents = new Map([...this.documents].sort(byId));
  }

  private isHeld({ own }: Stored<Doc, Sum>): boolean {
    if (own === undefined) return false;
    const { among } = this.looking;
    return !among || among.values.includes(own[among.field] as string);
  }

  private replace(document: Stored<Doc, Sum>): void {
    const before = this.documents.get(document.id);
    if (before) this.children.remove(before);
    if (!this.isHeld(document)) return void this.documents.delete(document.id);
    this.documents.set(document.id, document);
    this.children.add(document);
  }

  /** Some documents and all above them, as far as they are held. */
  private upwards(ids: readonly string[]): string[] {
    const above = (id: string) => this.linksOf(this.documents.get(id));
    return upwards(ids, above, { cyclesAllowed: true });
  }

  private linksOf(document: Stored<Doc, Sum> | undefined): readonly string[] {
    return document?.own ? this.looking.links(document.own) : [];
  }

  private noChildren(): Children<Doc, Sum> {
    return new Children(this.looking.above);
  }
}

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
