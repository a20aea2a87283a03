import { QueryBus } from '@nestjs/cqrs';
import { opened } from '@pm/eventing';
import { kpiNow, ReadOutcomes } from '@pm/insights';
import type { FiscalYear } from '@pm/kernel';
import { kpiAnnotations, kpiTrend, presentScorecard } from '@pm/measurement/views';
import { unitTree } from '@pm/organisation/views';
import { ReadView } from '@pm/projections/queries';
import { history } from './stored-history.js';
import { FILES, kpiId, NOW, parks, pools, today, visits } from './version-1.js';

const { stores, app } = history(FILES, NOW);
const ANNOTATION = 'e7a22130-5695-5e8b-af84-47f06000e993';

describe('Streams of the first version about figures', () => {
  it('show in today’s views what they said then', async () => {
    const queries = app().get(QueryBus);
    const unit = await queries.execute(new ReadView(unitTree, pools));
    expect(unit?.own).toMatchObject({ number: 'pools', parentId: parks, closed: true });
    const kpi = await kpiNow(queries, kpiId);
    expect(presentScorecard(kpi!, today)).toMatchObject({
      name: 'Parks rated acceptable',
      retired: true,
      latest: { period: '2026-01', value: '85.0', target: '85', onTarget: true },
      years: { FY2026: { target: 'met' } },
    });
    const trend = await queries.execute(new ReadView(kpiTrend, `${kpiId}.2026`));
    expect(trend?.own?.points).toMatchObject([
      { value: '85.0', corrections: 1, measuredAt: '2026-02-01T04:59:59.999Z' },
    ]);
    const { rows } = await queries.execute(new ReadOutcomes({ year: 'FY2026' as FiscalYear }));
    expect(rows).toMatchObject([{ number: '846', name: 'Parks and Recreation', metTarget: 1 }]);
  });

  it('show what was taken back, by whom and why', async () => {
    const queries = app().get(QueryBus);
    const trend = await queries.execute(new ReadView(kpiTrend, `${visits}.2026`));
    expect(await opened(stores().keys, trend?.own?.points)).toMatchObject([
      { source: 'survey', value: '1100' },
      {
        source: 'gates',
        retracted: true,
        history: [
          { event: 'recorded', value: '1200', actor: 'ada' },
          { event: 'corrected', value: '1300', actor: 'grace', reason: 'One gate was left out.' },
          { event: 'retracted', value: '1300', actor: 'ada', reason: 'The counters were broken.' },
        ],
      },
    ]);
    const kpi = await kpiNow(queries, visits);
    expect(presentScorecard(kpi!, today)).toMatchObject({ latest: { value: '1100' } });
    const annotation = await queries.execute(new ReadView(kpiAnnotations, ANNOTATION));
    expect(await opened(stores().keys, annotation?.own)).toMatchObject({
      at: '2026-01-15',
      text: 'The gates were closed.',
      retracted: { actor: 'grace', reason: 'It was another park.' },
    });
  });
});
