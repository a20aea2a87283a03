import { drainViews, openStores, type StoreAddresses } from '@pm/assembly';

/** Brings every view of a data directory up to the end of the log. @throws DataLocked, StoreUnavailable */
export async function drained(addresses: StoreAddresses): Promise<void> {
  const stores = await openStores(addresses);
  try {
    await drainViews(stores);
  } finally {
    await stores.close();
  }
}
