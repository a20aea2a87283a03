import type { UnitId } from '@pm/kernel';
import {
  corrected,
  defined,
  recorded,
  redefined,
  retired,
  targetRevised,
  targetSet,
} from '../testing/measurement.examples.js';
import { given } from '../testing/scorecard.shown.js';

describe('KPI scorecard', () => {
  it('shows what a KPI is, before it has any value', () => {
    const card = given(defined());
    card.shows({ kpiId: 'churn', number: '119', name: 'Churn', unitId: 'sales', retired: false, years: {} });
    card.showsNo('latest');
  });

  it('shows nothing of a KPI that was never defined', () =>
    given(retired, targetSet('FY2026', '1'), recorded('2026-01', '1')).showsNothing());

  it('shows the definition that stands, its number and all values', () =>
    given(
      defined(),
      recorded('2026-01', '2'),
      redefined({ name: 'Customers who leave', unitId: 'service' as UnitId }),
    ).shows({ name: 'Customers who leave', unitId: 'service', number: '119', latest: { value: '2' } }));

  it('keeps a retired KPI with its past', () =>
    given(defined(), recorded('2026-01', '2'), retired).shows({ retired: true, latest: { value: '2' } }));
});

describe('The latest value', () => {
  it('is the last that was true, not the last that came in', () =>
    given(defined(), recorded('2026-03', '2.4'), recorded('2026-01', '9')).shows({
      latest: { period: '2026-03', value: '2.4', source: 'crm', measuredAt: '2026-03-28T23:59:59.999Z' },
    }));

  it('is the one that came in last of those true at the same moment', () =>
    given(defined(), recorded('2026-03', '2.4'), recorded('2026-03', '2.6', { source: 'survey' })).shows({
      latest: { value: '2.6', source: 'survey' },
    }));

  it('is what a correction says', () =>
    given(defined(), recorded('2026-03', '2.4'), corrected('2026-03', '2.4', '2.6')).shows({
      latest: { value: '2.6' },
    }));

  it('has no target where none was set, which is not the same as on target', () => {
    const card = given(defined(), recorded('2026-03', '2.4'));
    card.showsNo('latest.target');
    card.showsNo('latest.onTarget');
  });

  it.each([
    ['decrease', '2.4', true],
    ['decrease', '2.5', true],
    ['decrease', '2.51', false],
    ['maintain-at-most', '2.5', true],
    ['maintain-at-most', '2.6', false],
    ['increase', '2.4', false],
    ['increase', '2.50', true],
    ['increase', '2.6', true],
    ['maintain-at-least', '2.5', true],
    ['maintain-at-least', '2.4', false],
  ] as const)('%s: against a target of 2.5, %s is on target: %s', (direction, value, onTarget) =>
    given(defined({ direction }), targetSet('2026-03', '2.5'), recorded('2026-03', value)).shows({
      latest: { target: '2.5', onTarget },
    }),
  );

  it.each([
    ['2', true],
    ['3.0', true],
    ['1.9', false],
    ['3.1', false],
  ])('range: from 2 to 3, %s is on target: %s', (value, onTarget) =>
    given(defined({ direction: 'range' }), targetSet('2026-03', '2', '3'), recorded('2026-03', value)).shows({
      latest: { target: '2', upper: '3', onTarget },
    }),
  );

  it('is held against the target of its period, else of its year', () => {
    given(defined(), targetSet('FY2026', '3'), recorded('2026-03', '2.4')).shows({
      latest: { target: '3', onTarget: true },
    });
    given(defined(), targetSet('FY2026', '3'), targetSet('2026-03', '2'), recorded('2026-03', '2.4')).shows({
      latest: { target: '2', onTarget: false },
    });
    given(defined(), targetSet('2026-02', '2'), recorded('2026-03', '2.4')).showsNo('latest.target');
  });

  it('is not held against the target of the year that it is only a part of', () => {
    const monthly = [defined({ aggregation: 'sum' }), targetSet('FY2026', '30'), recorded('2026-03', '2.4')];
    given(...monthly).showsNo('latest.target');
    given(...monthly, targetSet('2026-03', '2.5')).shows({ latest: { target: '2.5', onTarget: true } });
    given(...monthly, recorded('FY2026', '29')).shows({ latest: { target: '30', onTarget: true } });
  });

  it('is held against the revised target, also where the target came after it', () =>
    given(
      defined(),
      recorded('2026-03', '2.4'),
      targetSet('2026-03', '3'),
      targetRevised('2026-03', '3', '2'),
    ).shows({ latest: { target: '2', onTarget: false } }));
});

describe('The value of a year', () => {
  it.each([
    ['last', '4'],
    ['sum', '7.3'],
    ['mean', '2.433333333333'],
    ['min', '1.1'],
    ['max', '4'],
  ] as const)('is the %s of its months: %s', (aggregation, value) =>
    given(
      defined({ aggregation }),
      recorded('2026-03', '4'),
      recorded('2026-01', '2.2'),
      recorded('2026-02', '1.1'),
    ).shows({ years: { FY2026: { value } } }),
  );

  it.each([
    ['last', '9'],
    ['sum', '15.5'],
    ['mean', '3.875'],
    ['min', '1.5'],
    ['max', '9'],
  ] as const)('is the %s also of months in two calendar years: %s', (aggregation, value) =>
    given(
      defined({ aggregation }),
      recorded('2026-06', '9', { year: 'FY2026' }),
      recorded('2025-07', '2', { year: 'FY2026' }),
      recorded('2026-01', '1.5', { year: 'FY2026' }),
      recorded('2025-12', '3', { year: 'FY2026' }),
    ).shows({ years: { FY2026: { value } }, latest: { period: '2026-06' } }),
  );

  it('is the last by the period that was measured last, though another source spoke of an earlier one since', () =>
    given(
      defined({ aggregation: 'last' }),
      recorded('2026-01', '1'),
      recorded('2026-02', '2'),
      recorded('2026-01', '7', { source: 'survey', at: '2026-03-05T00:00:00.000Z' }),
    ).shows({ years: { FY2026: { value: '2' } }, latest: { value: '7' } }));

  it('is what the whole year came to where that was true at the same moment as its last month', () => {
    const at = '2026-12-31T23:59:59.999Z';
    given(
      defined({ aggregation: 'last' }),
      recorded('FY2026', '30', { at }),
      recorded('2026-12', '3', { at }),
    ).shows({ years: { FY2026: { value: '30' } }, latest: { period: 'FY2026' } });
  });

  it('adds decimals up exactly', () =>
    given(defined({ aggregation: 'sum' }), recorded('2026-01', '0.1'), recorded('2026-02', '0.2')).shows({
      years: { FY2026: { value: '0.3' } },
    }));

  it('counts each period once, by its latest value, where several sources measured it', () =>
    given(
      defined({ aggregation: 'sum' }),
      recorded('2026-01', '5', { source: 'survey' }),
      recorded('2026-01', '2'),
      recorded('2026-02', '1'),
    ).shows({ years: { FY2026: { value: '3' } } }));

  it('follows corrections and a changed definition', () => {
    const months = [recorded('2026-01', '1'), recorded('2026-02', '2')];
    given(defined(), ...months, corrected('2026-02', '2', '4')).shows({
      years: { FY2026: { value: '2.5' } },
    });
    given(defined(), ...months, redefined({ aggregation: 'max' })).shows({
      years: { FY2026: { value: '2' } },
    });
  });

  it('belongs to the fiscal year that the measurement names', () =>
    given(defined(), recorded('2025-07', '3', { year: 'FY2026' })).showsYears({
      FY2026: { value: '3', target: 'none' },
    }));
});

describe('The outcome of a year', () => {
  const annual = defined({ aggregation: 'last' });
  const years = (values: Record<string, string>) =>
    Object.entries(values).map(([year, value]) => recorded(year, value));

  it('is met on the target exactly, and missed a hair beyond it', () => {
    given(annual, targetSet('FY2026', '2'), recorded('FY2026', '2.000')).shows({
      years: { FY2026: { target: 'met' } },
    });
    given(annual, targetSet('FY2026', '2'), recorded('FY2026', '2.000000000000000001')).shows({
      years: { FY2026: { target: 'missed' } },
    });
  });

  it('has no target where only a month of it has one', () =>
    given(annual, targetSet('2026-03', '9'), recorded('2026-03', '2.4')).shows({
      years: { FY2026: { target: 'none' } },
    }));

  it.each([
    ['decrease', '3', '2', true],
    ['decrease', '3', '3', true],
    ['decrease', '3', '4', false],
    ['increase', '3', '2', false],
    ['increase', '3', '3.0', true],
    ['increase', '3', '4', true],
  ] as const)('%s: from %s to %s it improved: %s', (direction, before, value, improvingOneYear) =>
    given(defined({ direction }), ...years({ FY2025: before, FY2026: value })).shows({
      years: { FY2026: { improvingOneYear } },
    }),
  );

  it('counts as improving on the exact mean of the five years before', () => {
    const before = { FY2021: '0.1', FY2022: '0.2', FY2023: '0.3', FY2024: '0.4', FY2025: '0.5' };
    const increasing = defined({ direction: 'increase', aggregation: 'last' });
    given(increasing, ...years({ ...before, FY2026: '0.3' })).shows({
      years: { FY2026: { improvingFiveYears: true } },
    });
    given(increasing, ...years({ ...before, FY2026: '0.299999999999999999' })).shows({
      years: { FY2026: { improvingFiveYears: false } },
    });
    given(annual, ...years({ ...before, FY2026: '0.3' })).shows({
      years: { FY2026: { improvingFiveYears: true } },
    });
    given(annual, ...years({ ...before, FY2026: '0.300000000000000001' })).shows({
      years: { FY2026: { improvingFiveYears: false } },
    });
  });

  it('does not round a mean without end', () => {
    const before = { FY2023: '1', FY2024: '1', FY2025: '2' };
    given(annual, ...years({ ...before, FY2026: '1.333333333333333333' })).shows({
      years: { FY2026: { improvingFiveYears: true } },
    });
    given(annual, ...years({ ...before, FY2026: '1.333333333333333334' })).shows({
      years: { FY2026: { improvingFiveYears: false } },
    });
  });

  it('does not round the mean of months that a year’s value is', () => {
    const monthsOf = (year: string, ...values: string[]) =>
      values.map((value, index) => recorded(`${year}-0${index + 1}`, value));
    const before = [...monthsOf('2024', '1', '0', '0'), ...monthsOf('2025', '1', '1', '0')];
    const increasing = defined({ direction: 'increase' });
    // 1/3 and 2/3 have no end in decimals, and their mean is 1/2.
    given(increasing, ...before, ...monthsOf('2026', '1', '0')).shows({
      years: { FY2026: { value: '0.5', improvingFiveYears: true } },
    });
    given(increasing, targetSet('FY2024', '0.333333333334'), ...before).shows({
      years: { FY2024: { value: '0.333333333333', target: 'missed' } },
    });
    given(defined(), targetSet('FY2024', '0.333333333333'), ...before).shows({
      years: { FY2024: { value: '0.333333333333', target: 'missed' } },
    });
    given(increasing, ...monthsOf('2025', '1', '0', '0'), ...monthsOf('2026', '1', '0', '0')).shows({
      years: { FY2026: { improvingOneYear: true, improvingFiveYears: true } },
    });
  });

  it('leaves missing years out of the mean, and older ones', () => {
    given(annual, ...years({ FY2020: '0', FY2021: '4', FY2025: '2', FY2026: '3' })).shows({
      years: { FY2026: { improvingOneYear: false, improvingFiveYears: true } },
    });
    given(annual, ...years({ FY2021: '4', FY2023: '2', FY2026: '3' })).showsYears({
      FY2021: { value: '4', target: 'none' },
      FY2023: { value: '2', target: 'none', improvingFiveYears: true },
      FY2026: { value: '3', target: 'none', improvingFiveYears: true },
    });
  });

  it('says nothing of improvement in the first year, or after a year without a value', () =>
    given(annual, ...years({ FY2019: '4', FY2026: '3' })).showsYears({
      FY2019: { value: '4', target: 'none' },
      FY2026: { value: '3', target: 'none' },
    }));
});
