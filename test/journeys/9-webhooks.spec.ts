import { Jobs, openMemory, type Stores } from '@pm/assembly';
import { InterruptedBookmarks } from '../support/interrupted-bookmarks.js';
import { inMemory, type Place, PLACES } from '../support/places.js';
import { isSigned, type Receiver, startReceiver } from '../support/receiver.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';

const jobs = (stores: Stores) => new Jobs(stores, { tell: () => {}, backOff: { firstMs: 2, maxMs: 4 } });
const OPENED = 'throughline.organisation.UnitOpened';

/** A server and somebody whom it tells that units were opened. */
async function told(place: Place) {
  const server = await startServer({ place, jobs });
  const receiver = await startReceiver();
  const manager = server.as('controller');
  const subscribed = await manager.post('/webhooks', { url: receiver.url, types: [OPENED] });
  let opened = 0;
  let parentId: string | undefined;
  return {
    server,
    receiver,
    manager,
    subscribed,
    id: subscribed.body.id as string,
    /** Opens units. @returns their ids */
    open: async (count: number) => {
      const units: string[] = [];
      for (const _ of Array(count).keys()) {
        const unit = { number: `${(opened += 1)}`, name: 'Parks and trees', kind: 'agency', parentId };
        const { body } = await server.as('people-admin').post('/units', unit);
        parentId ??= body.id;
        units.push(body.id);
      }
      return units;
    },
    standing: async () => (await manager.get('/webhooks')).body.webhooks[0],
    stop: async () => {
      await server.stop();
      await receiver.close();
    },
  };
}

/** The units that the receiver was told of, in the order in which it was. */
const unitsIn = ({ arrivals }: Receiver) =>
  arrivals.map(({ body }) => (JSON.parse(body) as { about: { unitId: string } }).about.unitId);

describe.each(PLACES)('Webhooks, %s', (_, place) => {
  let all: Awaited<ReturnType<typeof told>>;
  beforeEach(async () => {
    all = await told(await place());
  });
  afterEach(() => all.stop());

  it('tell what happened and to what, signed, and nothing in words', async () => {
    const { receiver, subscribed, open, standing } = all;
    const [unitId] = await open(1);
    await until(() => receiver.arrivals.length === 1);
    const [arrival] = receiver.arrivals;
    expect(JSON.parse(arrival!.body)).toEqual({
      id: arrival!.headers['webhook-id'],
      type: OPENED,
      position: expect.any(String),
      stream: 'organisation-chart',
      revision: 0,
      recordedAt: '2026-03-03T09:30:00.000Z',
      about: { unitId },
    });
    expect(isSigned(arrival!, subscribed.body.secret)).toBe(true);
    expect(isSigned({ ...arrival!, body: `${arrival!.body} ` }, subscribed.body.secret)).toBe(false);
    await until(async () => (await standing()).standing === 'idle');
  });

  it('show their secret once, and the log keeps it sealed', async () => {
    const { manager, subscribed, server } = all;
    expect(subscribed).toMatchObject({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_.{44}$/) },
    });
    const kept = JSON.stringify([
      (await manager.get('/webhooks')).body,
      await server.stores.events.readStream('webhooks-subscriptions'),
    ]);
    expect(kept).not.toMatch(/whsec_/);
  });

  it('tell again what was not taken until it is, in order, and what was taken once', async () => {
    const { receiver, open } = all;
    receiver.answer(204, 500, 302, 500);
    const units = await open(4);
    await until(() => receiver.arrivals.length === 7);
    const [first, second, third, fourth] = units;
    expect(unitsIn(receiver)).toEqual([first, second, second, second, second, third, fourth]);
    expect(new Set(receiver.ids()).size).toBe(4);
  });

  it('are given up after many failures, say why, and go on when they are resumed', async () => {
    const { receiver, open, manager, id, standing } = all;
    receiver.answer(...Array<number>(30).fill(503));
    const units = await open(2);
    await until(async () => (await standing()).standing === 'parked', 8000);
    expect(await standing()).toMatchObject({ attempts: 30, lastError: 'answered 503' });
    expect(receiver.arrivals).toHaveLength(30);

    expect((await manager.post(`/webhooks/${id}/resume`)).status).toBe(200);
    await until(() => receiver.arrivals.length === 32);
    expect(unitsIn(receiver).slice(30)).toEqual(units);
  }, 15_000);

  it('begin again after a position, with the ids that were sent before', async () => {
    const { receiver, open, manager, id } = all;
    const units = await open(3);
    await until(() => receiver.arrivals.length === 3);
    const { position } = JSON.parse(receiver.arrivals[0]!.body) as { position: string };
    const replayed = await manager.post(`/webhooks/${id}/replay`, { after: position });
    expect(replayed.status).toBe(200);
    await until(() => receiver.arrivals.length === 5);
    expect(unitsIn(receiver).slice(3)).toEqual(units.slice(1));
    expect(receiver.ids().slice(3)).toEqual(receiver.ids().slice(1, 3));
    const beyond = `${all.server.stores.events.logId}.0000999999999999`;
    expect((await manager.post(`/webhooks/${id}/replay`, { after: beyond })).body.type).toBe(
      '/problems/position-unknown',
    );
  });

  it('tell nothing more once they are removed, and who did it is on record', async () => {
    const { receiver, open, manager, id, server } = all;
    expect((await manager.remove(`/webhooks/${id}`)).status).toBe(200);
    const other = await manager.post('/webhooks', { url: receiver.url });
    await open(1);
    await until(() => receiver.arrivals.length > 0);
    expect(receiver.arrivals.every((arrival) => isSigned(arrival, other.body.secret))).toBe(true);
    expect(await server.stores.keys.existingKey(id)).toBe(undefined);
    const events = await server.stores.events.readStream('webhooks-subscriptions');
    expect(events.map(({ type, metadata }) => [type.split('.')[2], metadata.actor])).toEqual([
      ['WebhookSubscribed', 'controller'],
      ['WebhookUnsubscribed', 'controller'],
      ['WebhookSubscribed', 'controller'],
    ]);
  });

  it('are refused for an unsafe address, an unknown type, and to whoever may not', async () => {
    const { manager, server, receiver } = all;
    const refused = [
      await manager.post('/webhooks', { url: 'http://hr.example.org/told' }),
      await manager.post('/webhooks', { url: receiver.url, types: ['UnitOpened'] }),
      await server.as('people-admin').post('/webhooks', { url: receiver.url }),
      await manager.post('/webhooks/number:1/resume'),
    ];
    expect(refused.map(({ status, body }) => [status, body.type])).toEqual([
      [422, '/problems/webhook-url-unsafe'],
      [400, '/problems/invalid-input'],
      [403, '/problems/forbidden'],
      [404, '/problems/webhook-unknown'],
    ]);
  });
});

describe('A process that dies after an event was taken and before it could say so', () => {
  it('sends it once more, with the same id, and then goes on', async () => {
    const place = inMemory();
    const bookmarks = new InterruptedBookmarks(place.stores.bookmarks, 1);
    const { receiver, open, stop } = await told({ ...place, stores: { ...place.stores, bookmarks } });
    const [first, second] = await open(2);
    await until(() => receiver.arrivals.length === 3);
    expect(unitsIn(receiver)).toEqual([first, first, second]);
    expect(receiver.ids()[0]).toBe(receiver.ids()[1]);
    await stop();
  });

  it('is followed by one that begins at the bookmark: it builds its views again, and sends nothing twice', async () => {
    const place = inMemory();
    const { receiver, open, server } = await told(place);
    const [parentId] = await open(2);
    await until(() => receiver.arrivals.length === 2);
    await server.app.close();
    const rebuilt = { ...place.stores, views: openMemory().views };
    const again = await startServer({ place: { ...place, stores: rebuilt }, jobs });
    const unit = { number: '9', name: 'Pools', kind: 'agency', parentId };
    const { body } = await again.as('people-admin').post('/units', unit);
    await until(() => receiver.arrivals.length > 2);
    await again.stop();
    expect(unitsIn(receiver).slice(2)).toEqual([body.id]);
    await receiver.close();
  });
});
