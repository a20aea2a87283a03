import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { onEngine } from '../support/engines.js';
import { eventStoreContract } from './event-store.contract.js';
import { ownLog } from './own-log.js';

onEngine('eventStoreDb', 'EventStoreDB event store', (url) => {
  eventStoreContract('EventStoreDB', async () => {
    const store = EsdbEventStore.open(ownLog(url));
    return { store, close: () => store.close() };
  });
});
