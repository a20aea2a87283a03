import type { Instant } from '@pm/kernel';
import { done } from '../support/done.js';
import { made } from '../support/made.js';
import type { Client } from '../support/server.js';
import { openWorld, seenBy, type World } from './matrix/world.js';

const at = (day: string) => `${day}T12:00:00.000Z` as Instant;

let world: World;
/** Drafted and placed by Ada, proposed, agreed, closed for a month in which it went ahead, and opened again. */
let goalId: string;
/** Weighs on nothing else: what is said of its progress is said of hers. */
let aboveId: string;

beforeAll(async () => {
  world = await openWorld();
  world.server.clock.set(at('2026-04-01'));
  const [ada, grace, controller] = ['its owner', 'their manager', 'a controller'].map(who) as Client[];
  aboveId = await made(
    controller!.post('/goals', { kind: 'objective', title: 'Calm', unitId: world.unitId }),
  );
  const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', unitId: world.unitId };
  const kpiId = await made(controller!.post('/kpis', { ...shape, name: 'Lessons' }));
  const value = (period: string, text: string) =>
    made(controller!.post(`/kpis/${kpiId}/measurements`, { period, value: text }));
  const measure = { kpiId, baseline: '0', target: '10', direction: 'increase' };
  const goal = { kind: 'objective', title: 'Swim', personId: world.adaId, measure };
  goalId = await made(ada!.post('/goals', goal));
  const say = async (path: string, body: object) =>
    done(ada!.put(`/goals/${goalId}/${path}`, body, await seenBy(world.server, ada!, goalId)));
  await say('parents', { parents: [{ parentId: aboveId }], reason: 'A draft’s reason.' });
  await say('roll-up', { mode: 'min', reason: 'Another draft’s reason.' });
  await done(ada!.post(`/goals/${goalId}/proposal`));
  await done(grace!.post(`/goals/${goalId}/acceptance`, { termsRevision: 1 }));
  await done(ada!.post(`/goals/${goalId}/activation`, { reason: 'An open reason.' }));
  await value('2026-01', '1');
  await say('visibility', { visibility: 'private', reason: 'A reason to close it.' });
  await done(ada!.post(`/goals/${goalId}/pause`, { reason: 'A private reason.' }));
  await done(ada!.post(`/goals/${goalId}/resumption`, { reason: 'A second private reason.' }));
  await value('2026-02', '2');
  world.server.clock.set(at('2026-05-01'));
  await say('visibility', { visibility: 'public', reason: 'A reason to open it.' });
  await value('2026-03', '3');
}, 60_000);
afterAll(() => world.server.stop());

const who = (name: string): Client => world.asking[name]!;
const told = async (name: string, path: string): Promise<string> => {
  const after = (await world.server.send('GET', '/ready')).body.head as string;
  const fresh = path.startsWith('/exports') ? path : `${path}${path.includes('?') ? '&' : '?'}after=${after}`;
  const { status, bytes } = await who(name).get(fresh);
  expect({ path, status }).toEqual({ path, status: 200 });
  return bytes.toString();
};

const OPEN = ['An open reason.', 'A reason to open it.'];
const DRAFT = ['A draft’s reason.', 'Another draft’s reason.'];
const PRIVATE = ['A reason to close it.', 'A private reason.', 'A second private reason.'];
const READS_ALL = ['its owner', 'their manager', 'their HR partner', 'a people admin'];
const READS_OPEN = [
  'a colleague',
  'their former manager',
  'another unit’s HR partner',
  'a controller',
  'an auditor',
];
const reasonsIn = (text: string) => [...OPEN, ...DRAFT, ...PRIVATE].filter((reason) => text.includes(reason));

describe('What was said of a goal while it was closed', () => {
  const doors = () => [
    `/goals/${goalId}/changes`,
    '/goals/changes',
    `/goals/${goalId}/changes?sinceKnownAt=2026-03-31`,
    `/exports/goal-history?format=ndjson&goal=${goalId}`,
  ];

  it.each(READS_ALL)('is told to %s', async (name) => {
    for (const door of doors())
      expect(reasonsIn(await told(name, door))).toEqual([...OPEN, ...DRAFT, ...PRIVATE]);
  });

  it.each(READS_OPEN)('is not told to %s once it is open', async (name) => {
    for (const door of doors())
      expect({ door, said: reasonsIn(await told(name, door)) }).toEqual({ door, said: OPEN });
  });

  it('is told to whoever is above their manager, but for the draft', async () => {
    for (const door of doors())
      expect(reasonsIn(await told('above their manager', door))).toEqual([...OPEN, ...PRIVATE]);
  });

  it('is to an auditor what happened, and to others nothing', async () => {
    const types = async (name: string) => {
      const { changes } = JSON.parse(await told(name, `/goals/${goalId}/changes`)) as {
        changes: { type: string }[];
      };
      return changes.map(({ type }) => type);
    };
    expect(await types('an auditor')).toEqual(await types('its owner'));
    expect(await types('a colleague')).toEqual([
      'GoalProposed',
      'GoalAccepted',
      'GoalAgreed',
      'GoalActivated',
      'MeasurementRecorded',
      'GoalVisibilitySet',
      'MeasurementRecorded',
    ]);
  });

  it('is no progress of it or above it either, before it was opened', async () => {
    const steps = async (name: string, id: string) => {
      const { changes } = JSON.parse(await told(name, `/goals/${id}/changes`)) as {
        changes: { effects: { progressBefore?: string; progressAfter?: string }[] }[];
      };
      return changes.flatMap(({ effects }) =>
        effects.flatMap(({ progressBefore, progressAfter }) =>
          progressBefore === progressAfter ? [] : `${progressBefore} ${progressAfter}`,
        ),
      );
    };
    for (const id of [goalId, aboveId]) {
      expect(await steps('its owner', id)).toContain('0.1 0.2');
      expect(await steps('a colleague', id)).toEqual(['undefined 0.1', '0.2 0.3']);
    }
  });

  it('stands in no figure of it or above it, which name the event that placed it', async () => {
    for (const id of [goalId, aboveId]) {
      const path = `/goals/${id}/figure`;
      expect(reasonsIn(await told('a colleague', path))).toEqual([]);
      expect(reasonsIn(await told('an auditor', path))).toEqual([]);
    }
    expect(reasonsIn(await told('its owner', `/goals/${aboveId}/figure`))).toEqual(['A draft’s reason.']);
  });
});
