import type { Event } from './event.js';

/**
 * Whom personal text is about: the one who acts, or the person that a field of the data names. Where that field is
 * absent, `|actor` falls back on the one who acts, and `|nobody` says that the text is then about no person and stays
 * in clear: the title of a unit's goal.
 */
export type Subject<Data = Record<string, unknown>> =
  'actor' | `data.${Extract<keyof Data, string>}${'' | '|actor' | '|nobody'}`;

/** What is stored of one type of event besides its data. */
export interface EventDeclaration<Data = Record<string, unknown>> {
  /** Version of the data's shape; a higher one comes with an upcaster in the catalogue. */
  readonly schemaVersion: number;
  /** Fields of text about a person, sealed under that person's key. */
  readonly personal?: { readonly [Field in keyof Data]?: Subject<Data> };
  /** Whom the reason given for it is about; the actor where absent. */
  readonly reasonAbout?: Subject<Data>;
}

/** All event types of one bounded context, by name. */
export interface EventDeclarations {
  /** Stored names are `throughline.<context>.<Type>`. */
  readonly context: string;
  readonly types: Readonly<Record<string, EventDeclaration>>;
}

type Declared<E extends Event> = {
  readonly [Type in E['type']]: EventDeclaration<Extract<E, { type: Type }>['data']>;
};

/**
 * Declares every event type of a context; one that is missing does not compile.
 *
 * @example declareEvents<KpiEvent>()('measurement', { KpiRetired: { schemaVersion: 1 } })
 */
export function declareEvents<E extends Event>() {
  return (context: string, types: Declared<E>): EventDeclarations => ({
    context,
    types: types as unknown as EventDeclarations['types'],
  });
}
