import { LIMITS, type LoggedEvent, namedId, verify } from '@pm/eventing';
import { type Instant, later } from '@pm/kernel';
import { random } from '../support/random.js';
import { NOW, type Server, startServer } from '../support/server.js';
import { seed, times } from './form.js';

const STEPS = times(200, LIMITS.pageEvents - 1);
const DAY_MS = 24 * 60 * 60 * 1000;

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

it(
  `A clock that is a day off either way at each of ${STEPS} commands (seed ${seed}) changes neither order nor ids`,
  async () => {
    const chance = random(seed);
    const admin = server.as('people-admin');
    const names: string[] = [];
    for (let step = 0; step < STEPS; step++) {
      server.clock.set(later(NOW, Math.floor((chance() * 2 - 1) * DAY_MS)));
      const place =
        step === 0 ? { kind: 'company' } : { kind: 'team', parentId: namedId('unit', 'number', '0') };
      const unit = { number: `${step}`, name: `Unit ${step}`, ...place };
      const answer = await admin.post('/units', unit);
      expect(answer.status).toBe(201);
      names.push(unit.number);
    }
    const { events } = await server.stores.events.readAll({ limit: LIMITS.pageEvents });
    expect((await verify(server.stores.events)).fault).toBeUndefined();
    expect(events.map(({ data }) => (data as { number?: string }).number)).toEqual(names);
    expect(new Set(events.map(({ id }) => id)).size).toBe(STEPS);
    await expectPrefixes(events);
  },
  STEPS * 200,
);

/** What was known at a moment is a part of the log from its beginning, and a later moment knows no less. */
async function expectPrefixes(events: readonly LoggedEvent[]): Promise<void> {
  let latest: Instant | undefined;
  for (const { position, metadata } of events) {
    if (latest !== undefined && metadata.recordedAt <= latest) continue;
    latest = metadata.recordedAt;
    const known = await server.stores.events.positionAt(latest);
    expect(known! >= position).toBe(true);
  }
}
