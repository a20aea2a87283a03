import { namedId } from '@pm/eventing';
import type { Mapping } from './mapping.js';
import { planOf } from './plan-of.js';
import type { Plan, Planned } from './plan.js';
import { BadMapping } from './read-mapping.js';

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

const planned = (mapping: Partial<Mapping>, ...lines: string[]): Promise<Plan> =>
  planOf(inPieces(lines.join('\r\n')), { source: 'the books', ...mapping });

const dataOf = <T>(items: readonly Planned<T>[]): T[] => items.map(({ data }) => data);
const linesOf = (items: readonly Planned<unknown>[]): number[] => items.map(({ place }) => place.line);

describe('A plan of units', () => {
  it('has each unit once, under the number that it always has', async () => {
    const plan = await planned({ units: [city, agency] }, 'no,agency', '806,Housing', '806,Housing');
    expect(dataOf(plan.units)).toEqual([
      { unitId: unit('nyc'), number: 'nyc', name: 'City', kind: 'city' },
      { unitId: unit('806'), number: '806', name: 'Housing', kind: 'agency', parentId: unit('nyc') },
    ]);
    expect(plan.notes).toEqual([]);
  });

  it('leaves an entry out of a row in which its key is empty', async () => {
    const plan = await planned({ units: [agency] }, 'no,agency', ',Housing', '  ,Housing');
    expect({ units: plan.units, rejected: plan.rejected }).toEqual({ units: [], rejected: [] });
  });

  it('keeps the first of two names and notes the rows that have the other', async () => {
    const rows = ['no,agency', '56,Education', '56,Police', '56,Education', '56,Police'];
    const plan = await planned({ units: [agency] }, ...rows);
    expect(dataOf(plan.units)).toMatchObject([{ name: 'Education' }]);
    expect(plan.notes).toEqual([
      'unit 56: 2 rows say, line 3 first, name "Police" instead of "Education"; kept line 2',
    ]);
    expect(plan.rejected).toEqual([]);
  });

  it('puts every unit after the one above it, wherever the file has them', async () => {
    const below = { number: '{no}', name: '{no}', kind: 'team', parent: '{above}' };
    const rows = ['no,above', 'squad,team', 'team,desk', 'other,', 'desk,'];
    const plan = await planned({ units: [below] }, ...rows);
    expect(dataOf(plan.units).map(({ number }) => number)).toEqual(['desk', 'team', 'squad', 'other']);
  });

  it('lets units that stand above each other through to the rule that refuses them', async () => {
    const below = { number: '{no}', name: '{no}', kind: 'team', parent: '{above}' };
    const plan = await planned({ units: [below] }, 'no,above', 'a,b', 'b,a');
    expect(linesOf(plan.units)).toEqual([3, 2]);
  });

  it('leaves out a unit without a name, and says where', async () => {
    const plan = await planned({ units: [agency] }, 'no,agency', '806,', '807,Parks');
    expect(dataOf(plan.units)).toMatchObject([{ number: '807' }]);
    expect(plan.rejected).toEqual([
      { line: 2, column: 'agency', item: 'unit', reason: 'is empty; give 1 to 200 characters' },
    ]);
  });
});

describe('A plan of goals', () => {
  it('keys goals by several columns and links them to those above', async () => {
    const plan = await planned({ goals: [service, goal] }, 'no,service,goal', '806,Homes,Build more');
    const homes = namedId('goal', 'number', '806 / Homes');
    expect(dataOf(plan.goals)).toMatchObject([
      {
        goalId: homes,
        title: 'Homes',
        kind: 'service',
        source: 'the books',
        unitId: unit('806'),
        parents: [],
      },
      {
        goalId: namedId('goal', 'number', '806 / Homes / Build more'),
        parents: [{ parentId: homes, contributes: true, weight: '1' }],
      },
    ]);
  });

  it('leaves a goal out of rows in which `when` is empty', async () => {
    const some = { ...goal, when: '{goal}' };
    const plan = await planned({ goals: [some] }, 'no,service,goal', '806,Homes,');
    expect({ goals: plan.goals, rejected: plan.rejected }).toEqual({ goals: [], rejected: [] });
  });
});

describe('A plan of KPIs', () => {
  const header = 'id,name,no,way,critical';

  it('reads unit, direction and labels as the mapping says', async () => {
    const plan = await planned({ kpis: [kpi] }, header, '7,Days,806,down,yes', '8,Homes,,up,no');
    expect(dataOf(plan.kpis)).toMatchObject([
      {
        kpiId: namedId('kpi', 'number', '7'),
        number: '7',
        definition: { name: 'Days', unitId: unit('806'), direction: 'decrease', labels: ['critical'] },
      },
      { number: '8', definition: { unitId: unit('nyc'), direction: 'increase', labels: [] } },
    ]);
  });

  it.each([
    ['7,Days,806,sideways,no', 'way', '"sideways" is not mapped; mapped are up, down'],
    [
      '7,Days,806,,no',
      'way',
      'is empty; give one of increase, decrease, maintain-at-least, maintain-at-most',
    ],
    ['7,,806,up,no', 'name', 'is empty; give 1 to 300 characters'],
    [`${'7'.repeat(65)},Days,806,up,no`, 'id', `"${'7'.repeat(60)}…" is not 1 to 64 characters`],
  ])('leaves out %j and goes on with the next row', async (bad, column, reason) => {
    const plan = await planned({ kpis: [kpi] }, header, bad, '8,Homes,806,up,no');
    expect(plan.rejected).toEqual([{ line: 2, column, item: 'KPI', reason }]);
    expect(dataOf(plan.kpis)).toMatchObject([{ number: '8' }]);
  });
});

describe('A plan of values', () => {
  const wide = { kpi: '{id}', values: { FY2022: '{fy22}', FY2023: '{fy23}' } };
  const long = { kpi: '{id}', period: '{when}', value: '{value}' };

  it('takes a column for each period, and nothing from an empty cell', async () => {
    const plan = await planned({ measurements: [wide] }, 'id,fy22,fy23', '7,4.20,', '8,,-1');
    expect(dataOf(plan.measurements)).toMatchObject([
      { number: '7', period: 'FY2022', value: '4.20' },
      { number: '8', period: 'FY2023', value: '-1' },
    ]);
    expect(plan.measurements[1]!.place).toMatchObject({ line: 3, column: 'fy23' });
  });

  it('takes a row for each period, or for each moment', async () => {
    const moment = { kpi: '{id}', measuredAt: '{when}', value: '{value}' };
    const monthly = await planned({ measurements: [long] }, 'id,when,value', '7,2026-01,1');
    expect(dataOf(monthly.measurements)).toMatchObject([{ period: '2026-01' }]);
    const daily = await planned({ measurements: [moment] }, 'id,when,value', '7,2026-01-31,1');
    expect(dataOf(daily.measurements)).toMatchObject([{ measuredAt: '2026-01-31' }]);
  });

  it.each([
    ['7,2026-01,1e3', 'value'],
    ['7,2026-01,"1,000"', 'value'],
    ['7,2026-01,.5', 'value'],
    ['7,2026-01,12%', 'value'],
    ['7,2026-13,1', 'when'],
    ['7,January,1', 'when'],
    ['7,,1', 'when'],
  ])('leaves out %j', async (row, column) => {
    const plan = await planned({ measurements: [long] }, 'id,when,value', row);
    expect(plan.measurements).toEqual([]);
    expect(plan.rejected).toMatchObject([{ line: 2, column, item: 'measurement' }]);
  });

  it('keeps the good values of a row with a bad one', async () => {
    const plan = await planned({ measurements: [wide] }, 'id,fy22,fy23', '7,n/a,5');
    expect(dataOf(plan.measurements)).toMatchObject([{ period: 'FY2023', value: '5' }]);
    expect(plan.rejected).toMatchObject([
      { column: 'fy22', reason: '"n/a" is not a decimal number such as 42.5' },
    ]);
  });

  it('reads decimal commas and words for nothing where the mapping says so', async () => {
    const csv = { delimiter: ';', decimal: ',', empty: ['n/a'] } as const;
    const rows = ['id;fy22;fy23', '7;n/a;4,5', '8;1.000;'];
    const plan = await planned({ csv, measurements: [wide] }, ...rows);
    expect(dataOf(plan.measurements)).toMatchObject([{ number: '7', value: '4.5' }]);
    expect(plan.rejected).toMatchObject([
      { line: 3, reason: expect.stringContaining('"1.000" is not a decimal number such as 42,5') },
    ]);
  });

  it('has one target for a period: the same again is nothing, another one is left out', async () => {
    const target = { kpi: '{id}', period: 'FY2023', value: '{target}' };
    const plan = await planned({ targets: [target] }, 'id,target', '7,4.20', '7,4.2', '7,5', '8,');
    expect(dataOf(plan.targets)).toMatchObject([{ number: '7', value: '4.20' }]);
    expect(plan.rejected).toMatchObject([
      { line: 4, column: 'target', reason: 'line 2 has 4.20, this one 5; keep one' },
    ]);
  });
});

describe('A file', () => {
  it('leaves out a row with too few or too many cells', async () => {
    const plan = await planned({ units: [agency] }, 'no,agency', '806', '807,Parks', '808,Fire,Extra');
    expect(linesOf(plan.units)).toEqual([3]);
    expect(plan.rejected.map(({ line, item }) => ({ line, item }))).toEqual([
      { line: 2, item: 'row' },
      { line: 4, item: 'row' },
    ]);
  });

  it('counts lines as an editor does, through quoted line breaks and empty lines', async () => {
    const rows = ['no,agency', '1,"Fire\r\nand\r\nRescue"', '', '2,Parks'];
    const plan = await planned({ units: [agency] }, ...rows);
    expect(linesOf(plan.units)).toEqual([2, 6]);
    expect(plan.units[0]!.data.name).toBe('Fire\nand\nRescue');
  });

  it('may start with a byte order mark', async () => {
    const plan = await planned({ units: [agency] }, '\uFEFFno,agency', '806,Housing');
    expect(dataOf(plan.units)).toMatchObject([{ number: '806' }]);
  });

  it.each([
    [
      'an open quote',
      ['no,agency', '806,"Housing'],
      'a quote is out of place at line 2, where "," separates cells',
    ],
    ['nothing in it', [''], 'it is empty'],
  ])('with %s is refused as a whole', async (_, rows, reason) => {
    const plan = planned({ units: [agency] }, ...rows);
    await expect(plan).rejects.toMatchObject({ name: 'UnreadableCsv' });
    await expect(plan).rejects.toThrow(reason);
  });

  it('in another encoding is refused as a whole', async () => {
    const latin1 = async function* () {
      yield Buffer.from('no,agency\n806,Räddning', 'latin1');
    };
    const plan = planOf(latin1(), { source: 'the books', units: [agency] });
    await expect(plan).rejects.toThrow('it is not UTF-8');
  });

  it('without a column that the mapping names is refused, naming every place', async () => {
    const plan = planned({ units: [agency], kpis: [kpi] }, 'no,name,id', '1,Days,7');
    await expect(plan).rejects.toBeInstanceOf(BadMapping);
    await expect(plan).rejects.toMatchObject({
      problems: [
        '/units/0/name: the file has no column "agency"; it has no, name, id',
        '/kpis/0/direction/from: the file has no column "way"; it has no, name, id',
        '/kpis/0/labels/critical/from: the file has no column "critical"; it has no, name, id',
      ],
    });
  });

  it('of cells that something else separates is told where to say so', async () =>
    expect(planned({ units: [agency] }, 'no;agency', '806;Housing')).rejects.toThrow(
      'the file has no column "no"; it has no;agency; say in "csv" which "delimiter" separates cells',
    ));

  it('with two columns of one name is refused', async () => {
    await expect(planned({ units: [agency] }, 'no,agency,no')).rejects.toThrow('two columns "no"');
  });
});

const unit = (number: string) => namedId('unit', 'number', number);
const city = { number: 'nyc', name: 'City', kind: 'city' };
const agency = { number: '{no}', name: '{agency}', kind: 'agency', parent: 'nyc' };
const service = { number: '{no} / {service}', title: '{service}', kind: 'service', unit: '{no}' };
const goal = {
  number: '{no} / {service} / {goal}',
  title: '{goal}',
  kind: 'goal',
  unit: '{no}',
  parents: [{ number: '{no} / {service}' }],
};
const kpi = {
  number: '{id}',
  name: '{name}',
  unit: { from: '{no}', ifEmpty: 'nyc' },
  direction: { from: '{way}', map: { up: 'increase', down: 'decrease' } },
  frequency: 'annual',
  aggregation: 'last',
  labels: { critical: { from: '{critical}', is: 'yes' } },
};
