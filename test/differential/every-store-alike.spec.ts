import { inMemory, PLACES } from '../support/places.js';
import { Chance } from './chance.js';
import { type Observed, observed } from './observed.js';
import { workload } from './workload.js';

/** `--globals '{"SEED":1,"COMMANDS":2000}'` leads the same life again, or a longer one. */
const { SEED = Date.now() % 1_000_000, COMMANDS = 200 } = globalThis as { SEED?: number; COMMANDS?: number };
const LIFE_MS_MAX = 3000 * COMMANDS;

const life = workload(SEED, COMMANDS);
const lived = (place: ReturnType<typeof inMemory>) => observed(place, life, new Chance(SEED));
const others = PLACES.filter(([name]) => name !== 'in memory');

describe(`A life of ${COMMANDS} commands (seed ${SEED})`, () => {
  let expected: Observed;
  beforeAll(async () => {
    expected = await lived(inMemory());
  }, LIFE_MS_MAX);

  it('is rich enough to compare: much is accepted, much is refused, nothing breaks', () => {
    const statuses = expected.answers.map((line) => Number(/^\S+ \S+: (\d+)/.exec(line)![1]));
    const share = (wanted: (status: number) => boolean) => statuses.filter(wanted).length / statuses.length;
    expect(share((status) => status < 300)).toBeGreaterThan(0.2);
    expect(share((status) => status >= 400)).toBeGreaterThan(0.2);
    expect(share((status) => status >= 500)).toBe(0);
  });

  describe.each(others)('led %s', (_, place) => {
    let there: Observed;
    beforeAll(async () => {
      there = await lived(await place());
    }, LIFE_MS_MAX);

    it('gets the same answer to every command as in memory', () =>
      expect(there.answers).toEqual(expected.answers));
    it('reads the same now and as of any moment', () => expect(there.reads).toEqual(expected.reads));
    it('leaves the same events', () => expect(there.events).toEqual(expected.events));
    it('leaves the same documents in every view', () => expect(there.documents).toEqual(expected.documents));
  });
});
