import { existsSync, readFileSync } from 'node:fs';
import { openMemory, type Stores } from '@pm/assembly';
import { type Outcomes, ReadOutcomes } from '@pm/insights';
import type { FiscalYear } from '@pm/kernel';
import { parse } from 'csv-parse/sync';
import { withApp } from '../../apps/cli/src/app.js';
import { mappingIn, planFrom, recordedBy } from './imported.js';

const DATA = '../shared/data/nyc-mmr';
const present = existsSync(`${DATA}/indicators.csv`);

describe("The Mayor's Management Report of New York City", () => {
  if (present) asPublished();
  else it(`is not checked here: there is no ${DATA}/indicators.csv`, () => expect(present).toBe(false));
});

/** The file as published, its import and what the Comptroller of the city published about it. */
function asPublished(): void {
  const mapping = mappingIn('examples/nyc-mmr/mapping.json');
  let stores: Stores;
  let recorded: Readonly<Record<string, number>>;
  beforeAll(async () => {
    stores = openMemory();
    recorded = await recordedBy(await planFrom({ file: `${DATA}/indicators.csv` }, mapping), stores);
  });

  it('is recorded whole, and the numbers that two agencies share are noted', async () => {
    const { notes, rejected } = await planFrom({ file: `${DATA}/indicators.csv` }, mapping);
    expect(recorded).toEqual({
      CalendarSet: 1,
      UnitOpened: 35,
      GoalImported: 423,
      KpiDefined: 1139,
      TargetSet: 351,
      MeasurementRecorded: 8297,
    });
    expect(notes.map((note) => note.split(':')[0])).toEqual(['unit 816', 'unit 56', 'unit 858']);
    expect(rejected).toEqual([]);
  });

  it('gives each agency the outcomes that were published for its critical indicators', async () => {
    const published = parse<Record<string, string>>(readFileSync(`${DATA}/published_critical_outcomes.csv`), {
      columns: true,
    });
    const { kind, rows } = await outcomes('critical');
    expect(kind).toBe('agency');
    expect(rows.map(countsOf)).toEqual(published.map(publishedCountsOf));
  });

  it('gives every indicator one outcome against its target, or none', async () => {
    const { rows } = await outcomes();
    const decided = rows.map(({ metTarget, didNotMeet, noTarget }) => metTarget + didNotMeet + noTarget);
    expect(decided.reduce((total, count) => total + count)).toBe(1139);
  });

  it('records nothing the second time, and one correction for a value that changed', async () => {
    expect(await recordedBy(await planFrom({ file: `${DATA}/indicators.csv` }, mapping), stores)).toEqual({});
    const [header, first] = readFileSync(`${DATA}/indicators.csv`, 'utf8').split(/\r?\n/);
    const text = `${header}\n${first!.replace(/,50\.34$/, ',50.35')}\n`;
    expect(await recordedBy(await planFrom({ text }, mapping), stores)).toEqual({ MeasurementCorrected: 1 });
  });

  const outcomes = (label?: string): Promise<Outcomes> =>
    withApp(stores, ({ queries }) =>
      queries.execute(new ReadOutcomes({ year: 'FY2023' as FiscalYear, label })),
    );
}

const countsOf = (row: Outcomes['rows'][number]) => [
  row.number,
  row.metTarget,
  row.didNotMeet,
  row.noTarget,
  row.improving1y,
  row.notImproving1y,
  row.improving5y,
  row.notImproving5y,
];

const publishedCountsOf = (row: Record<string, string>) => [
  row['agency_number'],
  ...[
    'met_target',
    'did_not_meet',
    'no_target',
    'improving_1y',
    'not_improving_1y',
    'improving_5y',
    'not_improving_5y',
  ].map((name) => Number(row[name])),
];
