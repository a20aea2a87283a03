import type { EventStore } from '@pm/eventing';
import type { ViewStore } from '@pm/projections';
import { catchingUp } from './projector.catching-up.js';
import { following } from './projector.following.js';
import { parking } from './projector.parking.js';
import { recovering } from './projector.recovering.js';
import { replacing } from './projector.replacing.js';

/** A log and views of their own, both empty. */
export interface OpenStores {
  readonly events: EventStore;
  readonly views: ViewStore;
  /** The same views as a process finds them that has just started. */
  restart(): Promise<ViewStore>;
  close(): Promise<void>;
}

/** What the projector promises over every pair of stores; each pair runs it. */
export function projectorContract(
  name: string,
  open: () => Promise<OpenStores>,
  { histories }: { histories: number },
): void {
  describe(`a projector from and to ${name}`, () => {
    describe('catching up', () => catchingUp(open, histories));
    describe('following', () => following(open));
    describe('parking', () => parking(open));
    describe('recovering', () => recovering(open));
    describe('replacing', () => replacing(open));
  });
}
