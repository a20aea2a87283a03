import { catalogue, Projection, type Stores, views } from '@pm/assembly';
import { Recorder } from '@pm/eventing';
import type { Event } from '@pm/kernel';
import { type AnyView, Projector, ViewRunner } from '@pm/projections';

/** Every view of the product, one of which cannot take some events until it is corrected. */
export class FaultyProjection extends Projection {
  private readonly runners: readonly ViewRunner[];
  private corrected = false;

  constructor(
    private readonly stores: Stores,
    view: string,
    private readonly isUnlucky: (event: Event) => boolean,
  ) {
    super();
    this.runners = views.map((each) => this.runner(each.name === view ? this.faulty(each) : each));
  }

  start(): void {
    this.runners.forEach((runner) => runner.start());
  }

  async stop(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.stop()));
  }

  failing() {
    return this.runners
      .filter(({ failing }) => failing !== undefined)
      .map(({ view, failing }) => ({ view, reason: (failing as Error).message }));
  }

  /** As if the program had been replaced by one that can take them. */
  correct(): void {
    this.corrected = true;
  }

  private runner(view: AnyView): ViewRunner {
    const { events, keys, views: store } = this.stores;
    const ports = { events, views: store, recorder: new Recorder(catalogue, keys), catalogue };
    return new ViewRunner(new Projector(view, ports));
  }

  private faulty(view: AnyView): AnyView {
    return {
      ...view,
      evolve: (document, event, context) => {
        if (!this.corrected && this.isUnlucky(event)) throw new Error('unlucky');
        return view.evolve(document, event, context);
      },
    };
  }
}
