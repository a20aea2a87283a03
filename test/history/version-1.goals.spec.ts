import { QueryBus } from '@nestjs/cqrs';
import { OPERATOR } from '@pm/access';
import { opened } from '@pm/eventing';
import { kpiNow, readable, ReadGoalChanges, ReadGoalTree, type TreeRequest } from '@pm/insights';
import type { KpiId } from '@pm/kernel';
import { presentScorecard } from '@pm/measurement/views';
import { history } from './stored-history.js';
import { adaId, events, FILES, NOW, today } from './version-1.js';

const { stores, app } = history(FILES, NOW);
const WATER = '652f6586-9755-5531-b439-5a33d66580d6' as KpiId;

describe('Streams of the first version about goals', () => {
  it('show goals as they were agreed, changed and handed over', async () => {
    const queries = app().get(QueryBus);
    const shown = async (request: TreeRequest) => {
      const { goals } = await queries.execute(new ReadGoalTree(OPERATOR, request));
      return new Map(readable(goals).map((row) => [row.number, row]));
    };
    const now = await opened(stores().keys, [...(await shown({})).values()]);
    expect(now.find(({ number }) => number === 'ada-1')).toMatchObject({ title: 'Learn to prune' });
    expect(now.find(({ number }) => number === 'shade')).toMatchObject({
      phase: 'postponed',
      owner: { personId: adaId },
      measure: { target: '1400', value: '1100' },
      progress: '0.25',
    });
    const changes = await opened(
      stores().keys,
      await queries.execute(new ReadGoalChanges(OPERATOR, { until: {} })),
    );
    expect(changes.filter(({ type }) => type === 'GoalTermsRevised')).toMatchObject([
      { actor: 'eve', effects: [{ sides: ['requested', 'terms'] }] },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Learn to prune|dry year|knows trees|Water earlier/);
  });

  it('show how goals were steered and how they ended', async () => {
    const tree = await app()
      .get(QueryBus)
      .execute(new ReadGoalTree(OPERATOR, { archived: true }));
    const goals = readable(tree.goals);
    expect(goals.find(({ number }) => number === 'pools open')).toMatchObject({
      phase: 'completed',
      archived: true,
      result: { result: 'achieved', acknowledged: true },
      rollUp: 'min',
      progress: '0.7',
      progressFrom: 'measure',
      requested: undefined,
      measure: { value: '11', zone: 'target' },
    });
    expect(goals.find(({ number }) => number === 'pools open too')).toMatchObject({ phase: 'discarded' });
    const water = await kpiNow(app().get(QueryBus), WATER);
    expect(presentScorecard(water!, today)).toMatchObject({
      latest: { target: '10', upper: '11', onTarget: true },
    });
  });
});
