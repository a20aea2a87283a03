import type { StoredKeysOptions } from '@pm/eventing';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { MongoConnection, MongoKeys } from '@pm/eventing/mongodb';
import { MongoAgenda, MongoBookmarks, MongoLeases } from '@pm/jobs/mongodb';
import { MongoViewStore } from '@pm/projections/mongodb';
import { MongoReadLog } from '@pm/reads/mongodb';

export const eventsAt = (url: string) => EsdbEventStore.open(url);
export const keysAt = (url: string, options: StoredKeysOptions) => MongoKeys.open(url, options);
export const viewsAt = (url: string) => MongoViewStore.open(url);

export function stateAt(url: string) {
  const connection = MongoConnection.open(url, { durable: true });
  return {
    agenda: new MongoAgenda(connection),
    leases: new MongoLeases(connection),
    bookmarks: new MongoBookmarks(connection),
    reads: new MongoReadLog(connection),
    close: () => connection.close(),
  };
}
