import { namedId } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { done } from '../support/done.js';
import { fresh } from '../support/fresh.js';
import { made } from '../support/made.js';
import type { Client } from '../support/server.js';
import { openWorld, type World } from './matrix/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.server.stop());

const read = async (reader: Client, path: string) => done(reader.get(await fresh(world.server, path)));
const who = (name: string): Client => world.asking[name]!;

describe('Of a goal that somebody may not read', () => {
  it('no figure above tells whether it counts yet, which is its phase’s to tell', async () => {
    const figure = async (name: string) => read(who(name), `/goals/${world.aboveId}/figure`);
    const { parts, leftOut } = await figure('a colleague');
    const hidden = world.samples.filter(
      ({ state, visibility }) => visibility === 'private' || state === 'draft',
    );
    const placed = (all: { goalId: string; hidden?: true }[]) =>
      all.flatMap(({ goalId, hidden: is }) => (is ? goalId : [])).sort();
    expect(placed(parts)).toEqual(hidden.map(({ goalId }) => goalId).sort());
    expect(placed(leftOut)).toEqual([]);
    expect((await figure('its owner')).leftOut.length).toBeGreaterThan(0);
  });

  /** Private goals of five people under one of a unit: so many of them have a value. */
  async function groupWith(values: number): Promise<string> {
    const [admin, controller, executive] = ['a people admin', 'a controller', 'an executive'].map(who);
    const { unitId } = world;
    const parentId = await made(controller!.post('/goals', { kind: 'objective', title: 'Fit', unitId }));
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', unitId };
    const kpiId = await made(controller!.post('/kpis', { ...shape, name: 'Miles' }));
    await made(controller!.post(`/kpis/${kpiId}/measurements`, { period: '2026-01', value: '4' }));
    const measure = { kpiId, baseline: '0', target: '10', direction: 'increase' };
    for (let place = 0; place < 5; place += 1) {
      const personId = await made(admin!.post('/people', { name: 'Runner', unitId, from: '2026-01-01' }));
      const runner = world.server.person(personId);
      const goal = {
        kind: 'objective',
        title: 'Run',
        visibility: 'private',
        parents: [{ parentId }],
        personId,
      };
      const goalId = await made(runner.post('/goals', place < values ? { ...goal, measure } : goal));
      await made(runner.post(`/goals/${goalId}/proposal`));
      await made(executive!.post(`/goals/${goalId}/acceptance`, { termsRevision: 1 }));
    }
    return parentId;
  }

  it.each([
    [1, undefined],
    [4, undefined],
    [5, '0.4'],
  ])('no figure is made of those of few, whoever stands beside them: of %j of five', async (values, told) => {
    const goalId = await groupWith(values);
    expect((await read(who('a colleague'), `/goals/${goalId}`)).goal.progress).toBe(told);
    expect((await read(who('a people admin'), `/goals/${goalId}`)).goal.progress).toBe('0.4');
  });

  it('no filter tells of which unit it was', async () => {
    const goal = { kind: 'objective', title: 'Swim', unitId: world.unitId };
    const admin = who('a people admin');
    const goalId = await made(who('a controller').post('/goals', goal));
    world.server.clock.set('2026-04-01T12:00:00.000Z' as Instant);
    const to = { personId: world.adaId, reason: 'It is hers now.' };
    const moved = await admin.put(`/goals/${goalId}/owner`, to, { 'if-match': '"0"' });
    expect(moved.status).toBe(200);
    const then = async (name: string): Promise<string[]> => {
      const { goals } = await read(who(name), `/goals?unit=${world.unitId}&asOf=2026-03-15`);
      return (goals as { goalId: string }[]).map((each) => each.goalId);
    };
    expect(await then('a people admin')).toContain(goalId);
    expect(await then('a colleague')).not.toContain(goalId);
  });

  it('no KPI tells that it is about it, at a moment before there was such a goal either', async () => {
    const goalId = namedId('goal', 'number', 'G-1');
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', unitId: world.unitId };
    const kpiId = await made(who('a controller').post('/kpis', { ...shape, name: 'Lanes', goalId }));
    world.server.clock.set('2026-05-01T12:00:00.000Z' as Instant);
    const goal = { number: 'G-1', kind: 'objective', title: 'Swim far', personId: world.adaId };
    await made(who('its owner').post('/goals', goal));
    for (const moment of ['', '?asOf=2026-04-15', '?asKnownAt=2026-04-15']) {
      expect((await read(who('a colleague'), `/kpis/${kpiId}${moment}`)).goalId).toBeUndefined();
      expect((await read(who('a people admin'), `/kpis/${kpiId}${moment}`)).goalId).toBe(goalId);
    }
  });
});
