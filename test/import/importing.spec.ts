import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inDirectory, openMemory, openStores, type Stores } from '@pm/assembly';
import { type Mapping, mappingSchema } from '@pm/importing';
import { carryOut } from '../../apps/cli/src/import/carry-out.js';
import { openForDryRun, openForImport } from '../../apps/cli/src/import/open-stores.js';
import { rejectedCsv, summary } from '../../apps/cli/src/import/summary.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { eventsIn, mappingIn, planFrom, recordedBy, rejectedBy } from './imported.js';

const CSV = readFileSync('examples/small/values.csv', 'utf8');
const MAPPING = mappingIn('examples/small/mapping.json');

describe('An import', () => {
  let stores: Stores;
  beforeEach(() => {
    stores = openMemory();
  });

  const imported = async (text: string, mapping: Mapping = MAPPING) =>
    recordedBy(await planFrom({ text }, mapping), stores);

  it('records units, people, KPIs, targets and measurements, under one correlation', async () => {
    expect(await imported(CSV)).toEqual({
      CalendarSet: 1,
      UnitOpened: 3,
      PersonJoined: 3,
      ManagerChanged: 2,
      UnitHeadNamed: 3,
      KpiDefined: 3,
      TargetSet: 2,
      MeasurementRecorded: 8,
    });
    const events = await eventsIn(stores);
    expect(new Set(events.map(({ metadata }) => metadata.correlationId)).size).toBe(1);
    expect(new Set(events.map(({ metadata }) => metadata.actor))).toEqual(new Set(['import']));
    expect(events.at(-1)!.metadata.commandId).toBe('import Monthly figures measurements OP-01 2026');
  });

  it('records nothing the second time', async () => {
    await imported(CSV);
    expect(await imported(CSV)).toEqual({});
  });

  it('records one correction where one value changed, and takes it back as another', async () => {
    await imported(CSV);
    expect(await imported(CSV.replace(';91,5;', ';91,6;'))).toEqual({ MeasurementCorrected: 1 });
    expect((await eventsIn(stores)).at(-1)!.data).toMatchObject({ value: '91.6', was: '91.5' });
    expect(await imported(CSV)).toEqual({ MeasurementCorrected: 1 });
  });

  it('renames, redefines and revises what a later file says otherwise', async () => {
    await imported(CSV);
    const later = CSV.replaceAll('Operations', 'Traffic')
      .replaceAll('stops', 'halts')
      .replaceAll(';93', ';94');
    expect(await imported(later)).toEqual({ UnitRenamed: 1, KpiRedefined: 1, TargetRevised: 1 });
  });

  it('sets targets and values of KPIs that an earlier file defined', async () => {
    await imported(CSV);
    const { targets, measurements, source, csv } = MAPPING;
    const more = 'kpi;month;value;target\nOP-01;2026-04;4;5\n';
    const recorded = await imported(more, { source, csv, targets, measurements });
    expect(recorded).toEqual({ TargetSet: 1, MeasurementRecorded: 1 });
  });

  it('leaves out what the rules refuse, with its line, and records the rest of the slice', async () => {
    await imported(CSV);
    const { targets, measurements, source, csv } = MAPPING;
    const rows = ['kpi;month;value;target', 'OP-01;2026-04;4;', 'OP-01;2999-05;4;', 'XX-01;2026-04;4;5'];
    const plan = await planFrom({ text: rows.join('\n') }, { source, csv, targets, measurements });
    const outcome = await carryOut(plan, stores, { project: true });
    expect(outcome.recorded).toEqual({ MeasurementRecorded: 1 });
    expect(rejectedBy(outcome)).toEqual([
      '3 measurement of KPI OP-01: measured-in-future',
      '4 target of KPI XX-01 for FY2026: kpi-unknown',
      '4 measurement of KPI XX-01: kpi-unknown',
    ]);
  });

  it('takes one value of a period at two moments, whichever file defined the KPI', async () => {
    await imported(CSV);
    const { source } = MAPPING;
    const measurements = [{ kpi: 'OP-01', measuredAt: '{at}', value: '{value}' }];
    const plan = await planFrom({ text: 'at,value\n2026-05-15,5\n2026-05-31,6\n' }, { source, measurements });
    const outcome = await carryOut(plan, stores, { project: false });
    expect(outcome.recorded).toEqual({ MeasurementRecorded: 1 });
    expect(rejectedBy(outcome)).toEqual([
      '3 measurement of KPI OP-01: line 2 has 5 for the same period, this one 6; keep one',
    ]);
  });

  it('of another organisation stores nothing of it, neither its calendar nor what is below', async () => {
    await imported(CSV);
    const before = await eventsIn(stores);
    const city = { ...MAPPING.calendar!, timeZone: 'America/New_York', fiscalYearStartMonth: 7 };
    const [, ...teams] = MAPPING.units!;
    const other = {
      ...MAPPING,
      calendar: city,
      units: [{ number: 'nyc', name: 'City', kind: 'city' }, ...teams],
    };
    await expect(imported(CSV, other)).rejects.toMatchObject({ code: 'second-root' });
    expect(await eventsIn(stores)).toEqual(before);
  });

  it('leaves out a unit that is refused and goes on with the others', async () => {
    const source = 'Chart';
    const units = [{ number: '{no}', name: '{no}', kind: 'team', parent: '{above}' }];
    const text = 'no,above\ntop,\nother,\na,top\nb,nowhere\nc,a\n';
    const outcome = await carryOut(await planFrom({ text }, { source, units }), stores, { project: false });
    expect(outcome.recorded).toEqual({ UnitOpened: 3 });
    expect(rejectedBy(outcome)).toEqual(['3 unit other: second-root', '5 unit b: unit-unknown']);
  });

  it('says what it read, recorded and left out', async () => {
    const plan = await planFrom({ text: CSV.replace(';91,5;', ';many;') }, MAPPING);
    const outcome = await carryOut(plan, stores, { project: false });
    const text = summary(outcome, { file: 'values.csv', dryRun: false, seconds: 0.5 });
    expect(text).toContain('values.csv: 9 rows\n');
    expect(text).toContain('  measurements  7\n');
    expect(text).toContain(
      'rejected: 1\n  line 2, value: measurement: "many" is not a decimal number such as 42,5\n',
    );
    expect(rejectedCsv(outcome.rejected)).toBe(
      'line,column,item,reason\n2,value,measurement,"""many"" is not a decimal number such as 42,5"\n',
    );
  });
});

describe('A dry run', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => directory.remove());

  const dryRun = async (path: string, text: string) => {
    const plan = await planFrom({ text }, MAPPING);
    const { recorded } = await carryOut(plan, await openForDryRun(inDirectory(path)), { project: false });
    return recorded;
  };

  it('makes no data directory', async () => {
    const path = join(directory.path, 'data');
    expect(await dryRun(path, CSV)).toMatchObject({ MeasurementRecorded: 8 });
    expect(existsSync(path)).toBe(false);
  });

  it('decides on what is recorded and stores nothing', async () => {
    await recordedBy(await planFrom({ text: CSV }, MAPPING), await openStores(inDirectory(directory.path)));
    const changed = CSV.replace(';91,5;', ';91,6;');
    for (const _ of ['once', 'again'])
      expect(await dryRun(directory.path, changed)).toEqual({ MeasurementCorrected: 1 });
    expect(await dryRun(directory.path, CSV)).toEqual({});
  });

  it('runs beside the process that writes, where an import is the server’s to do', async () => {
    const writing = await openStores(inDirectory(directory.path));
    expect(await openForImport(inDirectory(directory.path))).toBeUndefined();
    expect(await dryRun(directory.path, CSV)).toMatchObject({ UnitOpened: 3 });
    await writing.close();
  });
});

describe('The JSON Schema for editors', () => {
  it('is the one that the import holds a mapping to', () => {
    expect(JSON.parse(readFileSync('examples/mapping.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(mappingSchema)),
    );
  });
});

describe('docs/import.md', () => {
  const page = readFileSync('docs/import.md', 'utf8');

  it('shows the mapping that the example has', () => {
    const shown = /```json\n([^]*?)```/.exec(page)![1]!;
    expect(JSON.parse(shown)).toEqual(JSON.parse(readFileSync('examples/small/mapping.json', 'utf8')));
  });

  it('shows what the example gives', async () => {
    const file = 'examples/small/values.csv';
    const plan = await planFrom({ file }, MAPPING);
    const outcome = await carryOut(plan, openMemory(), { project: false });
    expect(page).toContain(summary(outcome, { file, dryRun: true, seconds: 0.5 }));
  });
});
