import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { CheckpointFile, type StoredEvent, takeCheckpoint, SystemClock, verifyAgainst } from '@pm/eventing';
import { stored } from '../contracts/stored.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { chained, NamedLog } from '../support/forged-log.js';

const LOG = 'ab12cd34';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** What somebody may do to one event: change what it says, when, by whom or as what; move it; take it away. `until` says how many are signed. */
const DEEDS: Record<string, (events: readonly StoredEvent[], index: number, until: number) => StoredEvent[]> =
  {
    text: changed((event) => ({ ...event, data: { text: 'never said' } })),
    type: changed((event) => ({ ...event, type: 'throughline.test.Forged' })),
    version: changed((event) => ({ ...event, schemaVersion: 2 })),
    id: changed((event) => ({ ...event, id: stored('any', 0).id })),
    actor: changed(({ metadata, ...event }) => ({
      ...event,
      metadata: { ...metadata, actor: 'eve' as typeof metadata.actor },
    })),
    stream: changed((event) => ({ ...event, stream: 'forged-1' })),
    removal: (events, index) => events.toSpliced(index, 1),
    doubling: (events, index) => events.toSpliced(index, 0, stored(events[index]!.stream, 0)),
    order: (events, index, until) => {
      const other = (index + 1) % until;
      return events.with(index, events[other]!).with(other, events[index]!);
    },
  };

function changed(change: (event: StoredEvent) => StoredEvent) {
  return (events: readonly StoredEvent[], index: number) => events.with(index, change(events[index]!));
}

/** A log, how much of it was signed, after how many events each time, and which of the signed ones is changed how. */
const histories = fc
  .record({
    streams: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 24 }),
    until: fc.nat(),
    every: fc.integer({ min: 1, max: 6 }),
    index: fc.nat(),
    deed: fc.constantFrom(...Object.keys(DEEDS)),
  })
  .map(({ streams, until: some, index, every, deed }) => {
    const events = chained(streams.map((number) => stored(`test-${number}`, 0)));
    const until = 2 + (some % (events.length - 1));
    return { events, until, every, deed, index: index % until };
  });

describe('One event up to the last checkpoint that is not as it was', () => {
  const { path, remove } = temporaryDirectory();
  afterAll(remove);
  let files = 0;

  /** Signs a log as it grows, last where so many events are in it. */
  async function signed(
    events: readonly StoredEvent[],
    until: number,
    every: number,
  ): Promise<CheckpointFile> {
    const file = new CheckpointFile(`${path}/${(files += 1)}`);
    const log = await NamedLog.of(LOG, []);
    for (const [index, event] of events.slice(0, until).entries()) {
      await log.add(event);
      if ((index + 1) % every === 0 || index + 1 === until)
        await takeCheckpoint(log, file, { key: privateKey, clock: new SystemClock() });
    }
    return file;
  }

  it(
    'is found, whatever was done to it, with all hashes made right',
    () =>
      fc.assert(
        fc.asyncProperty(histories, async ({ events, until, every, deed, index }) => {
          const file = await signed(events, until, every);
          const faultOf = async (held: readonly StoredEvent[]) =>
            (await verifyAgainst(await NamedLog.of(LOG, held), file.read(publicKey))).fault;
          expect(await faultOf(events)).toBe(undefined);
          const fault = await faultOf(chained(DEEDS[deed]!(events, index, until)));
          expect(fault).toMatchObject({ stream: expect.stringMatching(/^(test|forged)-/) });
        }),
        { numRuns: 150 },
      ),
    60_000,
  );
});
