import { made } from '../support/made.js';
import { ChangeStream } from '../support/change-stream.js';
import { openWorld, type World } from './matrix/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.server.app.listen(0, '127.0.0.1');
}, 60_000);
afterAll(() => world.server.stop());

describe('Whoever follows the tree', () => {
  it('is told that a private goal changed, and not by which KPI it is measured', async () => {
    const { server, asking, adaId, unitId } = world;
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', unitId };
    const kpiId = await made(asking['a controller']!.post('/kpis', { ...shape, name: 'Puffs' }));
    const head = await server.stores.events.head();
    const measure = { kpiId, baseline: '0', target: '10', direction: 'increase' };
    const goal = { kind: 'objective', title: 'Breathe', personId: adaId, visibility: 'private', measure };
    const goalId = await made(asking['its owner']!.post('/goals', goal));
    await made(
      asking['a controller']!.post(`/kpis/${kpiId}/measurements`, { period: '2026-01', value: '4' }),
    );
    const stream = await ChangeStream.open(server, `?views=goal-tree&after=${head}`);
    const keys = (await stream.first(2)).map(({ key }) => key);
    stream.leave();
    expect(keys).toEqual([goalId, `${kpiId}.2026`]);
  });
});
