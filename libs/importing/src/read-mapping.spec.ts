import { BadMapping, readMapping } from './read-mapping.js';

const kpi = {
  number: '{id}',
  name: '{name}',
  unit: '{unit}',
  direction: 'increase',
  frequency: '{frequency}',
  aggregation: 'last',
};

describe('A mapping', () => {
  it('is read as it is written', () => {
    expect(read({ kpis: [kpi] })).toEqual({ source: 'the books', kpis: [kpi] });
  });

  it.each([
    ['a section that is not known', { kpi: [] }, '/: does not know "kpi"; remove it'],
    ['no source', { source: undefined }, '/: lacks "source"; add it'],
    [
      'a KPI without direction',
      { kpis: [{ ...kpi, direction: undefined }] },
      '/kpis/0: lacks "direction"; add it (KPIs, by number.)',
    ],
    [
      'a direction that does not exist',
      { kpis: [{ ...kpi, direction: 'up' }] },
      '/kpis/0/direction: has another form (Which way is better: increase, decrease, maintain-at-least, maintain-at-most.)',
    ],
    [
      'a value that is neither text nor looked up',
      { kpis: [{ ...kpi, name: { column: 'name' } }] },
      '/kpis/0/name: lacks "from"; add it (What the KPI is called.)',
    ],
    [
      'a period that does not exist',
      { measurements: [{ kpi: '{id}', values: { '2023': '{v}' } }] },
      '/measurements/0/values: cannot have "2023"; rename it (A value for each period: FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05.)',
    ],
    [
      'values both wide and long',
      { measurements: [{ kpi: '{id}', values: { FY2023: '{v}' }, period: '{p}' }] },
      '/measurements/0: has too little or too much (Measurements: "kpi", and either "values" by period, or "value" with "period" or "measuredAt".)',
    ],
  ])('with %s is refused, naming the place and what to do', (_, change, problem) => {
    expect(() => read(change)).toThrow(BadMapping);
    expect(problemsOf(change)).toContain(problem);
  });

  it('that is not JSON is refused', () => {
    expect(() => readMapping('{')).toThrow('it is not JSON');
  });
});

const read = (change: object) => readMapping(JSON.stringify({ source: 'the books', ...change }));

function problemsOf(change: object): readonly string[] {
  try {
    read(change);
    return [];
  } catch (error) {
    return (error as BadMapping).problems;
  }
}
