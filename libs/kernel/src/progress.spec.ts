import type { DecimalText } from './decimal-text.js';
import type { Direction } from './direction.js';
import type { KpiId, LocalDate } from './ids.js';
import { type Measure, measureRefusal } from './measure.js';
import { DEFAULT_STATUS_POLICY, expectedProgress, isMet, progressOf, statusAt } from './progress.js';
import { exactly, meanOf } from './quantity.js';
import { FULL, quotient, type Ratio, ratioOf, ratioText } from './ratio.js';

const text = (value: string) => value as DecimalText;
const day = (date: string) => date as LocalDate;
const ratio = (value: string) => ratioOf(text(value));
const statusOf = (reached: Ratio, expected: Ratio, policy = DEFAULT_STATUS_POLICY) =>
  statusAt(expected, policy)(reached);

/** From a baseline, if any, to a target. */
const measure = (direction: Direction, baseline: string | undefined, target: string): Measure => ({
  kpiId: 'potholes' as KpiId,
  direction,
  baseline: baseline as DecimalText | undefined,
  target: text(target),
});
const progress = (of: Measure, value: string) => {
  const found = progressOf(of, exactly(text(value)));
  return found === undefined ? undefined : ratioText(found);
};
const met = (of: Measure, value: string) => isMet(of, exactly(text(value)));
const expected = (start: string, end: string, today: string) =>
  ratioText(expectedProgress(day(start), day(end), day(today)));

describe('Rule 1: progress', () => {
  it.each([
    ['where it started', '70', '0'],
    ['part of the way', '76', '0.4'],
    ['on the target', '85', '1'],
    ['beyond the target, over-achieved', '100', '2'],
    ['worse than where it started, regressed', '64', '-0.4'],
  ])('of a measure to increase from 70 to 85: %s', (_, value, shown) =>
    expect(progress(measure('increase', '70', '85'), value)).toBe(shown),
  );

  it.each([
    ['where it started', '8', '0'],
    ['part of the way', '6.5', '0.375'],
    ['on the target', '4', '1'],
    ['beyond the target, over-achieved', '3', '1.25'],
    ['worse than where it started, regressed', '9', '-0.25'],
  ])('of a measure to decrease from 8 to 4: %s', (_, value, shown) =>
    expect(progress(measure('decrease', '8', '4'), value)).toBe(shown),
  );

  it('does not take a step away from the target for a step towards it', () => {
    expect(progress(measure('increase', '50', '60'), '45')).toBe('-0.5');
    expect(progress(measure('decrease', '50', '40'), '55')).toBe('-0.5');
  });

  it('goes through 0 and below it like through any other number', () => {
    expect(progress(measure('increase', '-10', '10'), '0')).toBe('0.5');
    expect(progress(measure('decrease', '5', '0'), '2')).toBe('0.6');
    expect(progress(measure('decrease', '0', '-4'), '-1')).toBe('0.25');
  });

  it('is the same however many zeros its numbers are written with', () =>
    expect(progress(measure('increase', '70.00', '85.0'), '76.000')).toBe('0.4'));

  it('of the largest and smallest numbers is exact to 12 decimals', () => {
    expect(progress(measure('increase', '0', '0.000000000000000003'), '0.000000000000000001')).toBe(
      '0.333333333333',
    );
    expect(progress(measure('decrease', '999999999999999999', '-999999999999999999'), '0')).toBe('0.5');
  });

  it('of a mean is exact, whatever it would be rounded to', () => {
    const thirds = meanOf(['1', '0', '0'].map(text));
    expect(ratioText(progressOf(measure('increase', '0', '1'), thirds)!)).toBe('0.333333333333');
    expect(ratioText(progressOf(measure('decrease', '1', '0'), thirds)!)).toBe('0.666666666667');
  });

  it('is not known without a baseline, but whether the target is met is', () => {
    const cleanliness = measure('increase', undefined, '85');
    expect(progress(cleanliness, '90')).toBe(undefined);
    expect(met(cleanliness, '90')).toBe(true);
    expect(met(cleanliness, '80')).toBe(false);
  });
});

describe('Rule 2: where the baseline is the target, progress', () => {
  it.each<[Direction, string, string, string]>([
    ['increase', '1', '1', '0'],
    ['decrease', '0', '1', '1'],
    ['maintain-at-least', '1', '1', '0'],
    ['maintain-at-most', '0', '1', '1'],
  ])('to %s is all or nothing: %s above it, %s on it, %s below it', (direction, above, on, below) => {
    const kept = measure(direction, '50', '50.0');
    expect(progress(kept, '51')).toBe(above);
    expect(progress(kept, '50.00')).toBe(on);
    expect(progress(kept, '49.999')).toBe(below);
  });

  it('is told for targets of 0 too', () => {
    expect(progress(measure('decrease', '0', '0'), '0')).toBe('1');
    expect(progress(measure('decrease', '0', '0'), '1')).toBe('0');
    expect(progress(measure('increase', '-0', '0'), '0')).toBe('1');
  });
});

describe('A value to be kept', () => {
  it.each([
    ['with a baseline below the target', '90'],
    ['with a baseline above the target', '99'],
    ['without a baseline', undefined],
  ])('is kept or not, %s', (_, baseline) => {
    const uptime = measure('maintain-at-least', baseline, '95');
    expect(['96', '95', '94.9'].map((value) => progress(uptime, value))).toEqual(['1', '1', '0']);
    const complaints = measure('maintain-at-most', baseline, '95');
    expect(['96', '95', '94.9'].map((value) => progress(complaints, value))).toEqual(['0', '1', '1']);
  });
});

describe('A range', () => {
  const speed = { ...measure('range', undefined, '30'), upper: text('50') };
  it('is kept or not, without any baseline; its bounds are of it', () =>
    expect(['29.9', '30', '50', '50.1'].map((value) => progress(speed, value))).toEqual([
      '0',
      '1',
      '1',
      '0',
    ]));
});

describe('A milestone', () => {
  it('is reached or not', () =>
    expect(['0', '1'].map((value) => progress(measure('milestone', '0', '1'), value))).toEqual(['0', '1']));
});

const zoned = (commit: string, target: string, stretch: string): Measure => ({
  ...measure('ordinal', undefined, target),
  commit: text(commit),
  stretch: text(stretch),
});

describe('Rule 7: on an ordinal scale, progress', () => {
  it.each([
    ['rising', zoned('30', '70', '100'), ['29.9', '30', '69.9', '70', '99.9', '100']],
    ['falling', zoned('10', '7', '3'), ['10.1', '10', '7.1', '7', '3.1', '3']],
    ['selected', zoned('0.3', '0.7', '1'), ['0', '0.3', '0.5', '0.7', '0.9', '1']],
  ])('is what the zone is worth, %s: 0, 0.3, 0.7 or 1', (_, of, values) => {
    expect(values.map((value) => progress(of, value))).toEqual(['0', '0.3', '0.3', '0.7', '0.7', '1']);
    expect(values.map((value) => met(of, value))).toEqual([false, false, false, true, true, true]);
  });
});

describe('Rule 5: a measure', () => {
  it.each<[Direction, string, string]>([
    ['increase', '85', '70'],
    ['decrease', '4', '8'],
    ['increase', '0', '-0.01'],
    ['decrease', '-0.01', '0'],
  ])('to %s from %s to %s contradicts itself', (direction, baseline, target) =>
    expect(measureRefusal(measure(direction, baseline, target))).toMatchObject({
      code: 'direction-contradicted',
      kind: 'never',
    }),
  );

  it.each<[Direction, string | undefined, string]>([
    ['increase', '70', '85'],
    ['decrease', '8', '4'],
    ['increase', '9', '10'],
    ['increase', '50', '50'],
    ['decrease', '50', '50.0'],
    ['increase', undefined, '85'],
    ['decrease', undefined, '4'],
    ['maintain-at-least', '99', '95'],
    ['maintain-at-least', '90', '95'],
    ['maintain-at-most', '3', '5'],
    ['maintain-at-most', '7', '5'],
  ])('to %s from %s to %s does not', (direction, baseline, target) =>
    expect(measureRefusal(measure(direction, baseline, target))).toBe(undefined),
  );

  const range = (upper: string | undefined): Measure => ({
    ...measure('range', undefined, '10'),
    upper: upper as DecimalText | undefined,
  });
  it.each([
    ['a range without an upper bound', range(undefined), 'range-bounds'],
    ['a range whose bounds are reversed', range('9.99'), 'range-bounds'],
    ['an upper bound of anything else', { ...range('20'), direction: 'increase' }, 'number-unused'],
    ['zones of anything else', { ...range('20'), commit: text('1') }, 'number-unused'],
    ['a milestone reached at anything but 1', measure('milestone', undefined, '10'), 'milestone-target'],
    ['a milestone that is reached at the start', measure('milestone', '1', '1'), 'direction-contradicted'],
    ['zones that are not all given', measure('ordinal', undefined, '7'), 'zones-missing'],
    ['zones in disorder', zoned('7', '7', '10'), 'zones-disordered'],
    ['zones that turn back', zoned('3', '7', '5'), 'zones-disordered'],
    ['zones behind the baseline', { ...zoned('3', '7', '10'), baseline: text('4') }, 'zones-disordered'],
  ] as [string, Measure, string][])('refuses %s', (_, of, code) =>
    expect(measureRefusal(of)).toMatchObject({ code, kind: 'never' }),
  );

  it.each([
    ['range', range('20')],
    ['range of one value', range('10.0')],
    ['milestone', measure('milestone', '0', '1.0')],
    ['rising zones', { ...zoned('3', '7', '10'), baseline: text('0') }],
    ['falling zones', zoned('10', '7', '3')],
  ] as [string, Measure][])('takes a %s', (_, of) => expect(measureRefusal(of)).toBe(undefined));

  it('is met by its declared direction, never by which number is larger', () => {
    expect(met(measure('decrease', '8', '4'), '3')).toBe(true);
    expect(met(measure('decrease', '8', '4'), '5')).toBe(false);
    expect(met(measure('decrease', '8', '4'), '4.0')).toBe(true);
  });
});

describe('Expected progress', () => {
  it('is 0 before the first day', () => {
    expect(expected('2026-01-01', '2026-12-31', '2025-12-31')).toBe('0');
    expect(expected('2026-01-01', '2026-12-31', '2020-02-29')).toBe('0');
  });

  it('counts the days that have gone by, the first and the last included', () => {
    expect(expected('2026-01-01', '2026-01-10', '2026-01-01')).toBe('0.1');
    expect(expected('2026-01-01', '2026-01-10', '2026-01-09')).toBe('0.9');
    expect(expected('2026-01-01', '2026-12-31', '2026-03-14')).toBe('0.2');
  });

  it('counts the 29th of February', () => {
    expect(expected('2024-02-26', '2024-03-01', '2024-02-29')).toBe('0.8');
    expect(expected('2025-02-26', '2025-03-01', '2025-02-28')).toBe('0.75');
  });

  it('is 1 from the last day on', () => {
    expect(expected('2026-01-01', '2026-12-31', '2026-12-31')).toBe('1');
    expect(expected('2026-01-01', '2026-12-31', '2031-01-01')).toBe('1');
  });

  it('of a goal of one day is 0 the day before and 1 on the day', () => {
    expect(expected('2026-03-03', '2026-03-03', '2026-03-02')).toBe('0');
    expect(expected('2026-03-03', '2026-03-03', '2026-03-03')).toBe('1');
  });
});

describe('Rule 13: status', () => {
  it.each([
    ['0.45', 'on-track'],
    ['0.449999999', 'at-risk'],
    ['0.35', 'at-risk'],
    ['0.349999999', 'off-track'],
    ['0', 'off-track'],
    ['-0.2', 'off-track'],
    ['1', 'on-track'],
    ['1.7', 'on-track'],
  ])('of progress %s halfway through its time is %s', (value, status) =>
    expect(statusOf(ratio(value), ratio('0.5'))).toBe(status),
  );

  it('asks for nothing before time began to count, not even of one that regressed', () => {
    expect(statusOf(0n, 0n)).toBe('on-track');
    expect(statusOf(ratio('-3'), 0n)).toBe('on-track');
  });

  it('asks for nine tenths once all time has gone', () => {
    expect(statusOf(ratio('0.9'), FULL)).toBe('on-track');
    expect(statusOf(ratio('0.7'), FULL)).toBe('at-risk');
    expect(statusOf(ratio('0.699'), FULL)).toBe('off-track');
  });

  it.each([
    ['60 of 100 after 20 of 30 days', quotient(60n, 100n), quotient(20n, 30n), 'on-track'],
    ['3 of 7 after 10 of 21 days', quotient(3n, 7n), quotient(10n, 21n), 'on-track'],
    ['7 of 15 after 2 of 3 days', quotient(7n, 15n), quotient(2n, 3n), 'at-risk'],
    ['1 of 3 after 10 of 21 days', quotient(1n, 3n), quotient(10n, 21n), 'at-risk'],
  ])('is the better one for %s: exactly on a threshold, where 12 decimals cannot say so', (...goal) => {
    const [, reached, elapsed, status] = goal;
    expect(statusOf(reached, elapsed)).toBe(status);
  });

  it('is the better one exactly on a threshold, whatever the days and the steps', () => {
    const worse: string[] = [];
    for (let all = 1n; all <= 400n; all += 1n)
      for (let gone = 1n; gone <= all; gone += 1n)
        if (statusOf(quotient(9n * gone, 10n * all), quotient(gone, all)) !== 'on-track')
          worse.push(`${gone} of ${all} days`);
    expect(worse).toEqual([]);
  });

  it('is judged by a policy with a number of its own', () => {
    const strict = { id: 'strict', version: 1, onTrack: text('1'), atRisk: text('0.95') };
    expect(statusOf(ratio('0.49'), ratio('0.5'), strict)).toBe('at-risk');
    expect(statusOf(ratio('0.5'), ratio('0.5'), strict)).toBe('on-track');
  });
});
