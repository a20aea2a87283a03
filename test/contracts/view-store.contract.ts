import type { ViewStore } from '@pm/projections';
import { committing } from './view-store.committing.js';
import { dating } from './view-store.dating.js';
import { generations } from './view-store.generations.js';
import { listing } from './view-store.listing.js';
import { parking } from './view-store.parking.js';
import { traversing } from './view-store.traversing.js';

/** Opens an empty store of its own. */
export type OpenViews = () => Promise<{ readonly views: ViewStore; close(): Promise<void> }>;

/** What every view store promises; each adapter runs it. */
export function viewStoreContract(name: string, open: OpenViews): void {
  describe(`${name} view store`, () => {
    let opened: Awaited<ReturnType<OpenViews>>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const views = () => opened.views;
    describe('committing', () => committing(views));
    describe('dating', () => dating(views));
    describe('generations', () => generations(views));
    describe('listing', () => listing(views));
    describe('parking', () => parking(views));
    describe('traversing', () => traversing(views));
  });
}
