import type { CsvFormat } from './mapping.js';
import { planOf } from './plan-of.js';
import { BadMapping } from './read-mapping.js';

async function* file(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** @param values a measurement of a month each */
const planned = (csv: CsvFormat, ...values: string[]) =>
  planOf(file(['at;value', ...values.map((value) => `2026-01-31;${value}`)].join('\n')), {
    source: 'the books',
    csv: { delimiter: ';', ...csv },
    measurements: [{ kpi: 'K', measuredAt: '{at}', value: '{value}' }],
  });

const valuesOf = async (csv: CsvFormat, ...values: string[]) =>
  (await planned(csv, ...values)).measurements.map(({ data }) => data.value);

describe('Numbers of which none shows what their sign stands for', () => {
  it('stop the import, which would be wrong by a thousand', async () => {
    const plan = planned({}, '950', '1.234', '12.500');
    await expect(plan).rejects.toBeInstanceOf(BadMapping);
    await expect(plan).rejects.toThrow(
      '/csv: "1.234", column "value", may be thousands; say which sign is "decimal" and which groups "thousands"',
    );
  });

  it('are read as the mapping says, where it says so', async () => {
    expect(await valuesOf({ decimal: '.' }, '1.234')).toEqual(['1.234']);
    expect(await valuesOf({ decimal: ',', thousands: '.' }, '1.234')).toEqual(['1234']);
  });

  it.each([
    [{ decimal: ',' }, ['1,234', '1,234.50']],
    [{ decimal: ',' }, ['1,234', '1,234,567']],
    [{ decimal: '.' }, ['1.234', '91,5']],
    [{ decimal: ',', thousands: '.' }, ['1,234', '0.5']],
  ] as const)('stop it where others contradict %j: %j', async (csv, [doubtful, contrary]) =>
    expect(planned(csv, doubtful, contrary)).rejects.toThrow(
      `"${doubtful}", column "value", stands beside "${contrary}"`,
    ),
  );

  it.each(['4.5', '0.123', '1234.567'])('are fractions beside %s', async (other) =>
    expect(await valuesOf({}, '1.234', other)).toEqual(['1.234', other]),
  );
});

describe('A file that writes numbers and days in its own way', () => {
  it('is told how to say so, cell by cell', async () => {
    const { rejected } = await planned({}, '4,5%', 'many');
    expect(rejected.map(({ reason }) => reason)).toEqual([
      '"4,5%" is not a decimal number such as 42.5; "csv" in the mapping says how the file writes numbers',
      '"many" is not a decimal number such as 42.5',
    ]);
  });

  it('cannot have one sign for both decimals and thousands', async () =>
    expect(planned({ thousands: '.' }, '1')).rejects.toThrow('/csv/thousands: is the decimal sign, too'));

  it.each([
    ['dd.mm.yyyy', '5.3.2026'],
    ['dd/mm/yyyy', '05/03/2026'],
    ['mm/dd/yyyy', '3/5/2026'],
    ['dd.mm.yyyy', '2026-03-05'],
  ] as const)('has days as %s: %s', async (days, at) => {
    const plan = await planOf(file(`at,value\n${at},1`), {
      source: 'the books',
      csv: { days },
      measurements: [
        { kpi: 'K', measuredAt: '{at}', value: '{value}' },
        { kpi: 'K', period: '{at}', value: '{value}' },
      ],
    });
    expect(plan.measurements.map(({ data }) => data)).toMatchObject([
      { measuredAt: '2026-03-05' },
      { period: '2026-03-05' },
    ]);
  });

  it('is not asked to guess between day and month', async () => {
    const plan = await planOf(file('at,value\n05/03/2026,1\n30.02.2026,1'), {
      source: 'the books',
      csv: { days: 'dd.mm.yyyy' },
      measurements: [{ kpi: 'K', measuredAt: '{at}', value: '{value}' }],
    });
    expect(plan.measurements).toEqual([]);
    expect(plan.rejected.map(({ line }) => line)).toEqual([2, 3]);
  });
});
