import type { EventDeclaration, EventDeclarations } from '@pm/kernel';

/** From one version of an event's data to the next. Pure; never changes what is stored. */
export type Upcaster = (data: object) => object;

/** How an older version of a stored type becomes the next one. */
export interface Upcast {
  /** Short type name. */
  readonly type: string;
  /** The version it starts from; it gives the version after it. */
  readonly from: number;
  readonly upcast: Upcaster;
}

interface Entry {
  readonly storedName: string;
  readonly declaration: EventDeclaration;
}

/**
 * Every event type that the log may hold: the stored name for each type in the code, what of it is personal, and how
 * older versions of its data become today's. Stored names outlive class names, so this is the only place for them.
 */
export class Catalogue {
  private readonly byType = new Map<string, Entry>();
  private readonly byStoredName = new Map<string, string>();
  private readonly upcasters = new Map<string, Upcaster>();

  constructor(contexts: readonly EventDeclarations[], upcasts: readonly Upcast[] = []) {
    for (const { context, types } of contexts) {
      for (const [type, declaration] of Object.entries(types)) this.add(context, type, declaration);
    }
    for (const upcast of upcasts) this.addUpcaster(upcast);
    this.checkUpcasters();
  }

  declarationOf(type: string): EventDeclaration {
    return this.entry(type).declaration;
  }

  storedName(type: string): string {
    return this.entry(type).storedName;
  }

  /** @returns undefined for a type that this version of the code does not know */
  typeOf(storedName: string): string | undefined {
    return this.byStoredName.get(storedName);
  }

  /** Data of any stored version as today's. */
  upcast(type: string, schemaVersion: number, data: object): object {
    const { declaration } = this.entry(type);
    if (schemaVersion > declaration.schemaVersion) {
      throw new Error(
        `${type} is stored in version ${schemaVersion}, which is newer than this code: update it`,
      );
    }
    let current = data;
    for (let version = schemaVersion; version < declaration.schemaVersion; version++) {
      current = this.upcasters.get(`${type} ${version}`)!(current);
    }
    return current;
  }

  /** Stored name → version and personal fields, in order: what must never change silently. */
  snapshot(): Record<string, EventDeclaration> {
    const entries = [...this.byType.values()].map(
      ({ storedName, declaration }) => [storedName, declaration] as const,
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private add(context: string, type: string, declaration: EventDeclaration): void {
    if (this.byType.has(type)) throw new Error(`two contexts declare the event ${type}`);
    const storedName = `throughline.${context}.${type}`;
    this.byType.set(type, { storedName, declaration });
    this.byStoredName.set(storedName, type);
  }

  private addUpcaster({ type, from, upcast }: Upcast): void {
    const step = `${type} ${from}`;
    if (this.upcasters.has(step)) throw new Error(`${type} has two upcasters from ${from}`);
    this.upcasters.set(step, upcast);
  }

  private entry(type: string): Entry {
    const entry = this.byType.get(type);
    if (!entry) throw new Error(`the event ${type} is in no catalogue`);
    return entry;
  }

  private checkUpcasters(): void {
    for (const [type, { declaration }] of this.byType) {
      for (let version = 1; version < declaration.schemaVersion; version++) {
        if (!this.upcasters.has(`${type} ${version}`))
          throw new Error(`${type} has no upcaster from ${version}`);
      }
    }
  }
}
