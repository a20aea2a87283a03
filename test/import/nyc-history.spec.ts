import { existsSync, readFileSync } from 'node:fs';
import { OPERATOR } from '@pm/access';
import { openMemory, type Stores } from '@pm/assembly';
import { namedId } from '@pm/eventing';
import { type IndicatorRow, readable, ReadGoalTree } from '@pm/insights';
import { type LocalDate, endOfDay } from '@pm/kernel';
import { parse } from 'csv-parse/sync';
import { withApp } from '../../apps/cli/src/app.js';
import { mappingIn, planFrom, recordedBy } from './imported.js';

const FILE = '../shared/data/nyc-mmr/indicators.csv';
const present = existsSync(FILE);
const HOUSING = '806';
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];

type Row = Readonly<Record<string, string>>;

describe('The tree of New York City as of the end of each fiscal year', () => {
  if (present) asPublished();
  else it(`is not checked here: there is no ${FILE}`, () => expect(present).toBe(false));
});

function asPublished(): void {
  const rows = present ? parse<Row>(readFileSync(FILE), { columns: true }) : [];
  let stores: Stores;
  beforeAll(async () => {
    stores = openMemory();
    await recordedBy(await planFrom({ file: FILE }, mappingIn('examples/nyc-mmr/mapping.json')), stores);
  });

  it.each(YEARS)('shows each indicator of one agency as the file has it: FY%i', async (year) => {
    const { goals, indicators } = await treeAt(year, HOUSING);
    const expected = rows.filter((row) => row['agency_number'] === HOUSING);
    expect(expected.length).toBeGreaterThan(10);
    expect(told(indicators!)).toEqual(expectedOf(expected, year));
    const numbers = new Map(goals.map(({ goalId, number }) => [goalId, number]));
    expect(new Set(indicators!.map(({ goalId }) => numbers.get(goalId)))).toEqual(
      new Set(expected.map((row) => `${row['agency_number']} / ${row['service']} / ${row['goal']}`)),
    );
  });

  it.each(YEARS)('shows each indicator of every agency as the file has it: FY%i', async (year) => {
    const { indicators } = await treeAt(year);
    expect(indicators).toHaveLength(1139);
    expect(told(indicators!)).toEqual(expectedOf(rows, year));
  });

  it('shows services, and the goals of each below it', async () => {
    const { goals } = await treeAt(2019, HOUSING);
    const services = goals.filter(({ kind }) => kind === 'service');
    const parts = goals.filter(({ kind }) => kind === 'goal');
    expect(services.every(({ parents }) => parents.length === 0)).toBe(true);
    const ids = new Set(services.map(({ goalId }) => goalId));
    expect(parts.every(({ parents }) => parents.length === 1 && ids.has(parents[0]!.parentId))).toBe(true);
    expect(new Set(parts.map(({ parents }) => parents[0]!.parentId)).size).toBe(services.length);
  });

  it('says of goals that nobody dated or measured that their status is not known', async () => {
    const { goals } = await treeAt(2023, HOUSING);
    expect(new Set(goals.map(({ status }) => status))).toEqual(new Set(['no-data']));
  });

  const treeAt = (year: number, unit?: string) => {
    const asOf = endOfDay(`${year}-06-30` as LocalDate, 'America/New_York');
    const unitId = unit && namedId('unit', 'number', unit);
    return withApp(stores, async ({ queries }) => {
      const tree = await queries.execute(new ReadGoalTree(OPERATOR, { asOf, unitId, indicators: true }));
      return { ...tree, goals: readable(tree.goals) };
    });
  };
}

const byNumber = (a: { number?: string }, b: { number?: string }) => Number(a.number) - Number(b.number);

const told = (indicators: readonly IndicatorRow[]) =>
  indicators
    .map(({ number, name, value, period, target, status }) => ({
      number,
      name,
      value: value && Number(value),
      period,
      target: target && Number(target),
      status,
    }))
    .sort(byNumber);

/** The last value up to a year; targets are published for the last year only. */
function expectedOf(rows: readonly Row[], year: number) {
  return rows.map((row) => expectedIn(row, year)).sort(byNumber);
}

function expectedIn(row: Row, year: number) {
  const about = { number: row['indicator_id']!, name: row['indicator']! };
  const last = YEARS.findLast((candidate) => candidate <= year && row[`fy${candidate}`]);
  if (last === undefined) return { ...about, value: undefined, period: undefined, status: 'no-data' };
  const value = Number(row[`fy${last}`]);
  const target = last === 2023 && row['target_fy2023'] ? Number(row['target_fy2023']) : undefined;
  return { ...about, value, period: `FY${last}`, target, status: statusOf(row, value, target) };
}

function statusOf(row: Row, value: number, target: number | undefined): string {
  if (target === undefined) return 'no-target';
  const reached = row['desired_direction'] === 'up' ? value >= target : value <= target;
  return reached ? 'on-target' : 'off-target';
}
