import type { Facets } from '@pm/kernel';
import type { StoredDocument } from '@pm/projections';
import type { TreeDocument } from '../goal-tree/goal-documents.state.js';
import type { ToldEvent, ToldEvents } from '../told-event.js';

/** Whether a reader is told why, by what an event said of a document. */
export type TellsWhy = (id: string, event: ToldEvent) => Promise<boolean>;

/** Which events put the sides of some documents in force, at the moment that the documents are of. */
export class StatedSides {
  private readonly documents: ReadonlyMap<string, StoredDocument>;

  /** @param documents as of a moment: each side names its event */
  constructor(
    documents: readonly StoredDocument[],
    private readonly told: ToldEvents,
    private readonly tellsWhy: TellsWhy,
  ) {
    this.documents = new Map(documents.map((document) => [document.id, document]));
  }

  of(id: string): TreeDocument {
    return (this.documents.get(id)?.own ?? {}) as TreeDocument;
  }

  /** @throws Error where nothing was stated: the caller has read that side of the same moment */
  async event(id: string, side: string): Promise<ToldEvent> {
    const by = (this.of(id) as Facets)[side]?.by;
    if (by === undefined) throw new Error(`nothing states ${side} of ${id}`);
    const { reason, ...event } = await this.told.of(by);
    return reason !== undefined && (await this.tellsWhy(id, event)) ? { ...event, reason } : event;
  }
}
