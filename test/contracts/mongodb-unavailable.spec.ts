import { jest } from '@jest/globals';
import { StoreUnavailable } from '@pm/eventing';
import { MongoConnection, MongoKeys } from '@pm/eventing/mongodb';
import { MongoAgenda } from '@pm/jobs/mongodb';
import { Collections, CommitWrites, MongoViewStore } from '@pm/projections/mongodb';
import { onEngine } from '../support/engines.js';
import { Forwarder } from '../support/forwarder.js';
import { letter } from '../support/letters.js';
import { mongoDatabase } from '../support/mongo-database.js';

const CARDS = { view: 'cards', revision: 1, indexes: ['owner'] };
const churn = { id: 'churn', own: { owner: 'ada' } };
/** The driver looks for a lost server twice a second. */
const SOON = { selectionMsMax: 1000 };

jest.setTimeout(30_000);

describe('A MongoDB that cannot be reached', () => {
  const nowhere = 'mongodb://ada:s3cret@127.0.0.1:1/views?authSource=admin';

  it('is waited for by each call, not by opening', async () => {
    const views = MongoViewStore.open(nowhere, SOON);
    const keys = MongoKeys.open(nowhere, SOON);
    const commit = { generation: CARDS, from: undefined, to: 'p1', documents: [churn] };
    for (const call of [
      views.prepare(CARDS),
      views.active('cards'),
      views.load(CARDS, ['churn']),
      views.list(CARDS, { limit: 1 }),
      views.commit(commit),
      keys.keyFor('ada'),
      keys.destroy('ada'),
    ]) {
      await expect(call).rejects.toThrow(StoreUnavailable);
      await expect(call).rejects.toThrow('MongoDB at 127.0.0.1:1: ');
      await expect(call).rejects.not.toThrow(/s3cret/);
    }
    await Promise.all([views.close(), keys.close()]);
  });

  it.each([
    'http://ada:s3cret@127.0.0.1/views',
    'mongodb://ada:s3cr:et@127.0.0.1/views',
    'mongodb://ada:s3cret@/views',
    'mongodb://ada:s3cret@127.0.0.1',
  ])('is refused at once where the URL is %s', (url) => {
    expect(() => MongoViewStore.open(url)).toThrow(StoreUnavailable);
    expect(() => MongoViewStore.open(url)).not.toThrow(/s3cr/);
  });
});

onEngine('mongoDb', 'MongoDB', (server) => {
  it('A MongoDB that goes and comes back is found again, by whoever has it open', async () => {
    const { url, remove } = mongoDatabase(server);
    const { hostname, port, pathname } = new URL(url);
    const forwarder = new Forwarder({ host: hostname, port: Number(port || 27017) });
    await forwarder.up();
    await forwarder.down();
    const views = MongoViewStore.open(
      `mongodb://127.0.0.1:${forwarder.port}${pathname}?directConnection=true`,
      SOON,
    );
    await expect(views.prepare(CARDS)).rejects.toThrow(StoreUnavailable);

    await forwarder.up();
    await views.prepare(CARDS);
    await views.commit({ generation: CARDS, from: undefined, to: 'p1', documents: [churn] });

    await forwarder.down();
    await expect(views.load(CARDS, ['churn'])).rejects.toThrow(StoreUnavailable);
    await expect(
      views.commit({ generation: CARDS, from: 'p1', to: 'p2', documents: [{ id: 'churn' }] }),
    ).rejects.toThrow(StoreUnavailable);

    await forwarder.up();
    expect(await views.load(CARDS, ['churn'])).toEqual([churn]);
    await views.commit({ generation: CARDS, from: 'p1', to: 'p2', documents: [{ id: 'churn' }] });
    expect(await views.checkpoint(CARDS)).toBe('p2');
    await views.close();
    await forwarder.down();
    await remove();
  });

  it('A MongoDB that ends a connection while it is written to is away, and no bug of ours', async () => {
    const { url, remove } = mongoDatabase(server);
    const connection = MongoConnection.open(url, { durable: true, ...SOON });
    const ended = Object.assign(new Error('This socket has been ended by the other party'), {
      code: 'EPIPE',
    });
    await expect(connection.run(() => Promise.reject(ended))).rejects.toThrow(StoreUnavailable);
    const bug = new Error('a bug');
    await expect(connection.run(() => Promise.reject(bug))).rejects.toBe(bug);
    await connection.close();
    await remove();
  });

  it('A MongoDB that goes while many are written at once has not taken what it did not say it took', async () => {
    const { url, remove } = mongoDatabase(server);
    const { hostname, port, pathname } = new URL(url);
    const forwarder = new Forwarder({ host: hostname, port: Number(port || 27017) });
    await forwarder.up();
    const through = `mongodb://127.0.0.1:${forwarder.port}${pathname}?directConnection=true`;
    const connection = MongoConnection.open(through, { durable: true, ...SOON });
    const writes = new CommitWrites(new Collections(connection));
    const agenda = new MongoAgenda(connection);
    await agenda.put(letter('a'));

    await forwarder.down();
    const row = { _id: 'churn', own: '{}', _p: 'p1', _r: 1 };
    await expect(connection.run(() => writes.documents('cards__r1', [row]))).rejects.toThrow(
      StoreUnavailable,
    );
    await expect(agenda.put(letter('b'))).rejects.toThrow(StoreUnavailable);

    await forwarder.up();
    expect(await agenda.find('b')).toBe(undefined);
    await connection.close();
    await forwarder.down();
    await remove();
  });
});
