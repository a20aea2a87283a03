import { Catalogue, newId, NO_STREAM, Recorder, Replay } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import type { ActorId, Event, FiscalYear, Instant } from '@pm/kernel';
import { measurementEvents } from '@pm/measurement/events';
import { organisationEvents } from '@pm/organisation/events';
import { FreshViews, Projector } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import {
  corrected,
  defined,
  type Fact,
  id,
  kpi,
  measured,
  opened,
  organisation,
  redefined,
  retired,
  retracted,
  targetRevised,
  targetSet,
  year,
} from '../testing/insights.examples.js';
import { NONE, type OutcomeCounts } from './outcome-counts.state.js';
import { type OutcomesRequest, ReadOutcomes, ReadOutcomesHandler } from './unit-outcomes.query.js';
import { kpiScorecard } from '../scorecard/kpi-scorecard.view.js';

type Row = Partial<OutcomeCounts> & { readonly name: string; readonly number?: string };

/** As of here everything is true: a replay of the log must show what the view does. */
const LATER = '2999-12-31T00:00:00.000Z' as Instant;

/** The rows that a reader gets after these facts, whether they came at once or one by one. */
const given = (...facts: Fact[]) => {
  const rows = async (request: Partial<OutcomesRequest>, batches: readonly Fact[][]) => {
    const query = new ReadOutcomes({ year: 'FY2026' as FiscalYear, ...request });
    return (await after(batches)).execute(query);
  };
  return {
    shows: async (expected: { kind?: string; rows: Row[] }, request: Partial<OutcomesRequest> = {}) => {
      const full = { ...expected, rows: expected.rows.map((row) => ({ number: '', ...NONE, ...row })) };
      expect(await rows(request, [facts])).toMatchObject(full);
      const oneByOne = await rows(
        request,
        facts.map((fact) => [fact]),
      );
      expect(oneByOne).toMatchObject(full);
      expect(await rows({ ...request, asOf: LATER }, [facts])).toEqual(oneByOne);
    },
    refuses: async (code: string, request: Partial<OutcomesRequest>) =>
      expect(rows(request, [facts])).rejects.toMatchObject({ code }),
  };
};

async function after(batches: readonly Fact[][]): Promise<ReadOutcomesHandler> {
  const events = new MemoryEventStore();
  const views = new MemoryViewStore();
  const catalogue = new Catalogue([organisationEvents, measurementEvents]);
  const recorder = new Recorder(catalogue, new MemoryKeys());
  const by = { actor: 'ada' as ActorId, commandId: 'c', correlationId: 'c', repeatable: false };
  const recordedAt = '2026-03-03T09:30:00.000Z' as Instant;
  const projector = new Projector(kpiScorecard, { events, views, recorder, catalogue });
  await projector.catchUp();
  for (const batch of batches) {
    for (const fact of batch) {
      const stream = `test-${newId()}`;
      const recording = { by, recordedAt, ids: [newId()] };
      await events.append(
        stream,
        'none',
        await recorder.toStored(stream, NO_STREAM, [fact as Event], recording),
      );
    }
    await projector.catchUp();
  }
  const replay = new Replay(events, recorder, catalogue);
  return new ReadOutcomesHandler(new FreshViews(events, views), views, replay);
}

describe('Unit outcomes', () => {
  it('count the KPIs of each unit below the organisation by how they came out', () =>
    given(...organisation, ...kpi('calls', 'police', { target: '2', value: '2' })).shows({
      kind: 'agency',
      rows: [{ name: 'police', number: '056', metTarget: 1 }],
    }));

  it.each([
    ['met', { target: '2', value: '2.0' }, { metTarget: 1 }],
    ['missed', { target: '2', value: '1.9' }, { didNotMeet: 1 }],
    ['without target', { value: '2' }, { noTarget: 1 }],
    ['improving on the year before', { value: '2', before: ['2'] }, { improving1y: 1, improving5y: 1 }],
    ['worse than the year before', { value: '1', before: ['2'] }, { notImproving1y: 1, notImproving5y: 1 }],
    ['on the mean of five years', { value: '2', before: ['3', '1'] }, { notImproving1y: 1, improving5y: 1 }],
    [
      'below the mean of five years',
      { value: '1.999999999999', before: ['1', '3'] },
      { improving1y: 1, notImproving5y: 1 },
    ],
  ] as const)('count a KPI that is %s', (_, readings, counts) =>
    given(...organisation, ...kpi('calls', 'police', readings)).shows({
      rows: [{ name: 'police', number: '056', ...('target' in readings ? {} : { noTarget: 1 }), ...counts }],
    }),
  );

  it('count lower values as better where the KPI is to decrease', () =>
    given(
      ...organisation,
      ...kpi('crimes', 'police', { target: '5', value: '4', before: ['3'], direction: 'decrease' }),
    ).shows({
      rows: [{ name: 'police', number: '056', metTarget: 1, notImproving1y: 1, notImproving5y: 1 }],
    }));

  it.each([
    ['within it', { value: '11', before: ['9'] }, { metTarget: 1, improving1y: 1, improving5y: 1 }],
    ['nearer to it', { value: '23', before: ['6'] }, { didNotMeet: 1, improving1y: 1, improving5y: 1 }],
    [
      'further from it',
      { value: '9', before: ['20'] },
      { didNotMeet: 1, notImproving1y: 1, notImproving5y: 1 },
    ],
  ])('count a KPI that is to keep within a range by where it lies: %s', (_, readings, counts) =>
    given(
      ...organisation,
      ...kpi('speed', 'police', { target: '10', upper: '20', direction: 'range', ...readings }),
    ).shows({ rows: [{ name: 'police', number: '056', ...counts }] }),
  );

  it('leave open whether a KPI improves while nobody has set its range', () =>
    given(
      ...organisation,
      ...kpi('speed', 'police', { value: '9', before: ['8'], direction: 'range' }),
    ).shows({
      rows: [{ name: 'police', number: '056', noTarget: 1 }],
    }));

  it('count a KPI in the years that have a value only', async () => {
    const facts = given(...organisation, ...kpi('calls', 'police', { target: '2', before: ['1'] }));
    await facts.shows({ rows: [] });
    await facts.shows({ rows: [{ name: 'police', number: '056', noTarget: 1 }] }, { year: year(-1) });
  });

  it('add months up to years as the KPI says', () =>
    given(
      ...organisation,
      defined('calls', 'police', { aggregation: 'sum', frequency: 'monthly' }),
      targetSet('calls', '3'),
      measured('calls', '2025-11', '1.5'),
      measured('calls', '2026-02', '1.5'),
    ).shows({ rows: [{ name: 'police', number: '056', metTarget: 1 }] }));

  it('follow targets and values that are changed afterwards', () =>
    given(
      ...organisation,
      ...kpi('calls', 'police', { target: '2', value: '2' }),
      targetRevised('calls', '2', '3'),
      ...kpi('arrests', 'police', { target: '2', value: '1' }),
      corrected('arrests', 'FY2026', '1', '2'),
    ).shows({ rows: [{ name: 'police', number: '056', metTarget: 1, didNotMeet: 1 }] }));

  it('leave out a value that was retracted, all the way up, and count the one recorded in its place', async () => {
    const taken = [
      ...organisation,
      ...kpi('calls', 'police', { target: '2', value: '1' }),
      ...kpi('arrests', 'police', { target: '2', value: '2' }),
      retracted('calls', 'FY2026', '1'),
    ];
    await given(...taken).shows({ rows: [{ name: 'police', number: '056', metTarget: 1 }] });
    await given(...taken, measured('calls', 'FY2026', '3')).shows({
      rows: [{ name: 'police', number: '056', metTarget: 2 }],
    });
    await given(...taken, retracted('arrests', 'FY2026', '2')).shows({ rows: [] });
  });

  it('keep what a retired KPI came out as', () =>
    given(...organisation, ...kpi('calls', 'police', { value: '2' }), retired('calls')).shows({
      rows: [{ name: 'police', number: '056', noTarget: 1 }],
    }));

  it('select KPIs by label', async () => {
    const facts = given(
      ...organisation,
      ...kpi('calls', 'police', { value: '2', labels: ['critical', 'quality'] }),
      ...kpi('crimes', 'police', { value: '2', labels: ['quality'] }),
      ...kpi('trees', 'parks', { value: '2' }),
    );
    const rows = (police: number) => ({ rows: [{ name: 'police', number: '056', noTarget: police }] });
    await facts.shows(rows(1), { label: 'critical' });
    await facts.shows(rows(2), { label: 'quality' });
    await facts.shows({ rows: [] }, { label: 'constructor' });
  });

  it('follow labels that are changed afterwards', () =>
    given(
      ...organisation,
      ...kpi('calls', 'police', { value: '2', labels: ['quality'] }),
      redefined('calls', 'police', { labels: ['critical'] }),
      ...kpi('crimes', 'police', { value: '2', labels: ['critical'] }),
      redefined('crimes', 'police', { labels: [] }),
    ).shows({ rows: [{ name: 'police', number: '056', noTarget: 1 }] }, { label: 'critical' }));
});

describe('Unit outcomes along the tree', () => {
  const grown = [
    ...organisation,
    opened('precinct', 'police'),
    ...kpi('calls', 'police', { value: '2' }),
    ...kpi('patrols', 'precinct', { target: '2', value: '2' }),
    ...kpi('trees', 'parks', { target: '2', value: '1' }),
    ...kpi('trust', 'city', { target: '2', value: '2' }),
  ];

  it('count all that lies below a unit towards it, and what belongs to none of the rows last', () =>
    given(...grown).shows({
      rows: [
        { name: 'police', number: '056', metTarget: 1, noTarget: 1 },
        { name: 'parks', number: '846', didNotMeet: 1 },
        { name: '', metTarget: 1 },
      ],
    }));

  it('show the units below any unit', () =>
    given(...grown).shows(
      {
        rows: [
          { name: 'precinct', metTarget: 1 },
          { name: '', noTarget: 1 },
        ],
      },
      { unitId: id('police') },
    ));

  it('count a KPI towards its new unit once it moves, and no longer towards the old one', () =>
    given(...grown, redefined('calls', 'parks'), redefined('trust', 'precinct')).shows({
      rows: [
        { name: 'police', number: '056', metTarget: 2 },
        { name: 'parks', number: '846', noTarget: 1, didNotMeet: 1 },
      ],
    }));

  it('count a moved unit with all that lies below it under its new place', () =>
    given(...grown, opened('squad', 'precinct'), ...kpi('raids', 'squad', { value: '1' }), {
      type: 'UnitMoved',
      data: { unitId: id('precinct'), parentId: id('parks') },
    }).shows({
      rows: [
        { name: 'police', number: '056', noTarget: 1 },
        { name: 'parks', number: '846', metTarget: 1, noTarget: 1, didNotMeet: 1 },
        { name: '', metTarget: 1 },
      ],
    }));

  it('are the same when values come before the unit they count towards', () =>
    given(...kpi('patrols', 'precinct', { value: '2' }), ...organisation, opened('precinct', 'police')).shows(
      {
        rows: [{ name: 'police', number: '056', noTarget: 1 }],
      },
    ));

  it('keep a closed unit: its past happened', () =>
    given(...grown, { type: 'UnitClosed', data: { unitId: id('parks') } }).shows({
      rows: [
        { name: 'police', number: '056', metTarget: 1, noTarget: 1 },
        { name: 'parks', number: '846', didNotMeet: 1 },
        { name: '', metTarget: 1 },
      ],
    }));

  it('show units by number, 9 before 10, under their present names', () =>
    given(
      opened('city'),
      ...['10', '9', '056'].flatMap((number) => [
        opened(`unit ${number}`, 'city', number),
        ...kpi(`kpi ${number}`, `unit ${number}`, { value: '1' }),
      ]),
      { type: 'UnitRenamed', data: { unitId: id('unit 9'), name: 'nine', kind: 'agency' } },
    ).shows({
      kind: 'agency',
      rows: [
        { name: 'nine', number: '9', noTarget: 1 },
        { name: 'unit 10', number: '10', noTarget: 1 },
        { name: 'unit 056', number: '056', noTarget: 1 },
      ],
    }));

  it('call the rows units where they are of different kinds', () =>
    given(...organisation, {
      type: 'UnitRenamed',
      data: { unitId: id('parks'), name: 'parks', kind: 'board' },
    }).shows({ kind: 'unit', rows: [] }));

  it('are empty before there is an organisation', () => given().shows({ kind: 'unit', rows: [] }));

  it('refuse a unit that does not exist, and a KPI in place of a unit', async () => {
    await given(...grown).refuses('unit-unknown', { unitId: 'atlantis' });
    await given(...grown).refuses('unit-unknown', { unitId: 'calls' });
  });
});
