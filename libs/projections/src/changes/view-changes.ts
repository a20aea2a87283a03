import type { Catalogue, LoggedEvent, Recorder } from '@pm/eventing';
import type { AnyView } from '../view-writer.js';

/** An event changed a document: who may see it reads it. Says nothing of what it holds. */
export interface Change {
  /** Of the event. Once it is told, reading the view `after` it does not wait. */
  readonly position: string;
  readonly view: string;
  /** The document's id in its view. */
  readonly key: string;
}

/** A change, and who alone is told of it; everybody where absent. */
export interface AddressedChange {
  readonly change: Change;
  readonly to?: string;
}

/** Which documents of which views an event touches: what the views' own `key` or `toldOf` says, and nothing kept beside it. */
export class ViewChanges {
  constructor(
    private readonly views: readonly AnyView[],
    private readonly recorder: Recorder,
    private readonly catalogue: Catalogue,
  ) {}

  get names(): readonly string[] {
    return this.views.map(({ name }) => name);
  }

  /** Stored names of the events that some of the views show. */
  types(names: readonly string[]): readonly string[] {
    const shown = this.views.filter(({ name }) => names.includes(name)).flatMap(({ handles }) => handles);
    return [...new Set(shown)].map((type) => this.catalogue.storedName(type));
  }

  /** In the order of the log, those of one event view by view. */
  of(events: readonly LoggedEvent[]): AddressedChange[] {
    return events.flatMap((logged) => {
      const event = this.recorder.toRecorded(logged);
      if (!event) return [];
      return this.views
        .filter(({ handles }) => handles.includes(event.type))
        .flatMap((view) =>
          [view.toldOf?.(event) ?? view.key(event) ?? []].flat().map((key) => ({
            change: { position: logged.position, view: view.name, key },
            to: view.toldTo?.(event),
          })),
        );
    });
  }
}
