import { shown } from '@pm/kernel/testing';
import { corrected, recorded } from '../testing/measurement.examples.js';
import { kpiTrend, type KpiTrendPage } from './kpi-trend.view.js';

const { given } = shown(kpiTrend);
/** Only what a test is about of each point. */
const points = (...fields: object[]) => ({
  points: fields.map((field) => expect.objectContaining(field) as KpiTrendPage['points'][number]),
});

describe('KPI trend', () => {
  it('shows a value with its period, its source, when it was true and when we learned it', () =>
    given(recorded('2026-03', '2.4')).shows('churn.2026', {
      kpiId: 'churn' as KpiTrendPage['kpiId'],
      slice: '2026',
      points: [
        {
          period: '2026-03',
          value: '2.4',
          source: 'crm',
          measuredAt: '2026-03-28T23:59:59.999Z',
          recordedAt: '2026-01-01T00:00:00.000Z',
          corrections: 0,
        } as KpiTrendPage['points'][number],
      ],
    }));

  it('shows values in the order in which they were true, whenever they came in', () =>
    given(recorded('2026-03', '3'), recorded('2026-01', '1'), recorded('2026-02', '2')).shows(
      'churn.2026',
      points({ value: '1' }, { value: '2' }, { value: '3' }),
    ));

  it('shows values of one moment in the order in which they came in', () =>
    given(recorded('2026-03', '9', { source: 'survey' }), recorded('2026-03', '2', { source: 'crm' })).shows(
      'churn.2026',
      points({ source: 'survey' }, { source: 'crm' }),
    ));

  it('shows a corrected value in place of what it was, and how often it was corrected', () => {
    given(recorded('2026-03', '2.4'), corrected('2026-03', '2.4', '2.6')).shows(
      'churn.2026',
      points({ value: '2.6', corrections: 1 }),
    );
    given(
      recorded('2026-03', '2.4'),
      corrected('2026-03', '2.4', '2.6'),
      corrected('2026-03', '2.6', '2.5'),
    ).shows('churn.2026', points({ value: '2.5', corrections: 2 }));
  });

  it('moves a value that turns out to have been true at another time', () =>
    given(
      recorded('2026-02', '2', { at: '2026-02-10T00:00:00.000Z' }),
      recorded('2026-03', '3', { at: '2026-03-10T00:00:00.000Z' }),
      corrected('2026-02', '2', '2.2', { at: '2026-03-20T00:00:00.000Z' }),
    ).shows('churn.2026', points({ value: '3' }, { value: '2.2' })));

  it('leaves the value of another source as it is', () =>
    given(
      recorded('2026-03', '2.4'),
      recorded('2026-03', '9', { source: 'survey' }),
      corrected('2026-03', '2.4', '2.6'),
    ).shows('churn.2026', points({ source: 'survey', corrections: 0 }, { source: 'crm', corrections: 1 })));

  it('keeps months by the year, years by the decade and days by the month', () => {
    const view = given(recorded('2026-03', '1'), recorded('FY2026', '2'), recorded('2027-01', '3'));
    view.shows('churn.2026', points({ value: '1' }));
    view.shows('churn.2020s', points({ value: '2' }));
    view.shows('churn.2027', points({ value: '3' }));
    given(recorded('2026-03-05', '4', { at: '2026-03-05T23:59:59.999Z' })).shows('churn.2026-03', {
      slice: '2026-03',
    });
  });
});
