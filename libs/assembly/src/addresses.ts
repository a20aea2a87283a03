import { join } from 'node:path';
import type { MasterKeys } from '@pm/eventing';

/** What a deployment keeps, each in a store of its own. */
export type StoreName = 'events' | 'views' | 'keys' | 'state';

/** Where each store is: on a server where there is a URL for it, else in a file of the data directory. */
export interface StoreAddresses {
  readonly directory: string;
  readonly urls: Readonly<Partial<Record<StoreName, string>>>;
  /** What people's keys are wrapped under; they lie in clear where absent. */
  readonly masterKeys?: MasterKeys;
}

const STORES: readonly StoreName[] = ['events', 'views', 'keys', 'state'];

export const inDirectory = (directory: string): StoreAddresses => ({ directory, urls: {} });

/** Whether every store is on a server, so that any number of processes can work on them. */
export const areShared = ({ urls }: StoreAddresses): boolean =>
  STORES.every((store) => urls[store] !== undefined);

export const fileOf = (directory: string, store: StoreName): string => join(directory, `${store}.db`);
