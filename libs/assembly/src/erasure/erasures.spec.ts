import { GENESIS, newId } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import type { ActorId, Instant } from '@pm/kernel';
import { catalogue } from '../events-and-views.js';
import { Erasures } from './erasures.js';

const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise(setImmediate);
};

/** Keys that cannot be reached at first. */
class LateKeys extends MemoryKeys {
  refusals = 1;
  override async destroy(person: string): Promise<void> {
    if (this.refusals-- > 0) throw new Error('away');
    await super.destroy(person);
  }
}

describe('What the log says of erasures', () => {
  let events: MemoryEventStore;
  let keys: LateKeys;
  let told: string[];
  let running: Erasures[];
  beforeEach(async () => {
    events = new MemoryEventStore();
    keys = new LateKeys();
    keys.refusals = 0;
    told = [];
    running = [];
    await keys.keyFor('ada');
    await keys.keyFor('grace');
  });
  afterEach(() => Promise.all(running.map((each) => each.stop())));

  const start = () => {
    const erasures = new Erasures({ events, keys, onTrouble: ({ message }) => told.push(message) });
    running.push(erasures);
    erasures.start();
  };
  const record = (personId: string) =>
    events.append(`person-${personId}`, 'none', [
      {
        id: newId(),
        stream: `person-${personId}`,
        revision: 0,
        type: catalogue.storedName('PersonErased'),
        schemaVersion: 1,
        data: { personId, reason: 'objection' },
        metadata: {
          recordedAt: '2026-03-03T09:30:00.000Z' as Instant,
          actor: 'eve' as ActorId,
          commandId: 'erase',
          correlationId: 'erase',
          prevHash: GENESIS,
        },
      },
    ]);
  const isGone = async (person: string) => (await keys.existingKey(person)) === undefined;

  it('is done at the next start, where whoever recorded it was cut off', async () => {
    await record('ada');
    start();
    await until(() => isGone('ada'));
    expect(await isGone('grace')).toBe(false);
  });

  it('is done while it is followed, and again by all who follow it', async () => {
    start();
    start();
    await record('ada');
    await record('grace');
    await until(async () => (await isGone('ada')) && (await isGone('grace')));
  });

  it('holds for keys that came back with a backup, and for whoever has no key there', async () => {
    await record('ada');
    await record('alan');
    start();
    await until(() => isGone('ada'));
    await running[0]!.stop();
    keys = new LateKeys();
    keys.refusals = 0;
    await keys.keyFor('ada');
    start();
    await until(() => isGone('ada'));
    expect(await keys.keyFor('ada')).toBe(undefined);
    await until(async () => (await keys.keyFor('alan')) === undefined);
  });

  it('is done once the keys can be reached again, and an operator is told', async () => {
    keys.refusals = 1;
    await record('ada');
    start();
    await until(() => isGone('ada'));
    expect(told).toEqual(['away']);
  });
});
