import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Event, View } from '@pm/kernel';
import { FreshViews, type Freshness } from './fresh-views.js';
import { type DocumentPage, type ListQuery, type StoredDocument, ViewStore } from './view-store.js';

/** One document of a view. @returns undefined where there is none */
export class ReadView<Doc extends object, Sum extends object = never> extends Query<
  StoredDocument<Doc, Sum> | undefined
> {
  constructor(
    readonly view: View<Doc, Event, Sum>,
    readonly id: string,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

/** A page of a view's documents. */
export class ListView<Doc extends object, Sum extends object = never> extends Query<DocumentPage<Doc, Sum>> {
  constructor(
    readonly view: View<Doc, Event, Sum>,
    readonly query: ListQuery,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadView)
export class ReadViewHandler implements IQueryHandler<ReadView<object>> {
  constructor(
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
  ) {}

  async execute({
    view,
    id,
    freshness,
  }: ReadView<object>): Promise<StoredDocument<object, never> | undefined> {
    const generation = await this.fresh.generation(view.name, freshness);
    const [document] = await this.views.load(generation, [id]);
    return document as StoredDocument<object, never> | undefined;
  }
}

@QueryHandler(ListView)
export class ListViewHandler implements IQueryHandler<ListView<object>> {
  constructor(
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
  ) {}

  async execute({ view, query, freshness }: ListView<object>): Promise<DocumentPage<object, never>> {
    const generation = await this.fresh.generation(view.name, freshness);
    return (await this.views.list(generation, query)) as DocumentPage<object, never>;
  }
}
