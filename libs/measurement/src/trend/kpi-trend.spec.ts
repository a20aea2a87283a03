import type { ActorId, Calendar, Instant, PersonalText, Recorded } from '@pm/kernel';
import { foldOf, recorded as placed, shown } from '@pm/kernel/testing';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';
import { corrected, recorded, retracted } from '../testing/measurement.examples.js';
import { kpiTrend, type KpiTrendPage, presentTrend } from './kpi-trend.view.js';

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
      ...points({
        period: '2026-03',
        value: '2.4',
        source: 'crm',
        measuredAt: '2026-03-28T23:59:59.999Z',
        recordedAt: '2026-01-01T00:00:00.000Z',
        corrections: 0,
        history: [
          {
            event: 'recorded',
            value: '2.4',
            recordedAt: '2026-01-01T00:00:00.000Z',
            actor: 'ada',
            position: '0000000000000000',
          },
        ],
      }),
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

describe('What was said before', () => {
  const history = (...entries: object[]) => ({
    history: entries.map((entry): unknown => expect.objectContaining(entry)),
  });

  it('stays beside what holds, oldest first', () =>
    given(
      recorded('2026-03', '2.4'),
      corrected('2026-03', '2.4', '2.6'),
      corrected('2026-03', '2.6', '2.5'),
    ).shows(
      'churn.2026',
      points({
        value: '2.5',
        ...history(
          { event: 'recorded', value: '2.4' },
          { event: 'corrected', value: '2.6' },
          { event: 'corrected', value: '2.5' },
        ),
      }),
    ));

  it('tells who said it, for whom, when, why and where in the log', () => {
    const said = (metadata: Partial<Recorded['metadata']>, place: number, event: MeasurementsEvent) => {
      const inLog = placed(event, place);
      return { ...inLog, metadata: { ...inLog.metadata, ...metadata } };
    };
    const reason: PersonalText = { sealedFor: 'bob', box: 'c2VhbGVk' };
    const page = foldOf(kpiTrend, [
      said({ onBehalfOf: 'eve' as ActorId }, 1, recorded('2026-03', '2.4')),
      said({ actor: 'bob' as ActorId, reason }, 2, corrected('2026-03', '2.4', '2.6')),
    ]).get('churn.2026');
    const [first, second] = page!.points[0]!.history;
    expect(first).toMatchObject({ actor: 'ada', onBehalfOf: 'eve', position: '0000000000000001' });
    expect(second).toMatchObject({ actor: 'bob', reason, position: '0000000000000002' });
  });

  it('stays where the value was retracted, which then has none', () => {
    const view = given(recorded('2026-03', '2.4'), retracted('2026-03', '2.4'));
    view.shows(
      'churn.2026',
      points({
        retracted: true,
        ...history({ event: 'recorded', value: '2.4' }, { event: 'retracted', value: '2.4' }),
      }),
    );
    view.shows('churn.2026', {
      points: [expect.not.objectContaining({ value: expect.anything() as unknown })],
    });
  });

  it('stays where the value was recorded anew', () => {
    const view = given(
      recorded('2026-03', '2.4'),
      corrected('2026-03', '2.4', '2.6'),
      retracted('2026-03', '2.6'),
      recorded('2026-03', '3'),
    );
    view.shows('churn.2026', points({ value: '3', corrections: 0 }));
    view.shows('churn.2026', {
      points: [expect.not.objectContaining({ retracted: true })],
    });
    view.shows(
      'churn.2026',
      points(history({ value: '2.4' }, { value: '2.6' }, { value: '2.6' }, { value: '3' })),
    );
  });

  it('of another source is not touched by a retraction', () =>
    given(
      recorded('2026-03', '2.4'),
      recorded('2026-03', '9', { source: 'survey' }),
      retracted('2026-03', '9', { source: 'survey' }),
    ).shows('churn.2026', points({ source: 'crm', value: '2.4' }, { source: 'survey', retracted: true })));
});

describe('A point of the trend that a reader sees', () => {
  const calendar: Calendar = { timeZone: 'UTC', fiscalYears: [] };
  const lateOf = (...events: [MeasurementsEvent, string][]) => {
    const inLog = events.map(([event, at], place) => {
      const fact = placed(event, place);
      return { ...fact, metadata: { ...fact.metadata, recordedAt: at as Instant } };
    });
    const page = foldOf(kpiTrend, inLog).get('churn.2026');
    return presentTrend(page!.points, 'monthly', calendar).map(({ late }) => late);
  };

  it('is late where it came in more than one whole period after its own had ended', () => {
    expect(lateOf([recorded('2026-01', '1'), '2026-02-28T23:59:59.999Z'])).toEqual([undefined]);
    expect(lateOf([recorded('2026-01', '1'), '2026-03-01T00:00:00.000Z'])).toEqual([true]);
  });

  it('is not late because it was corrected late', () =>
    expect(
      lateOf(
        [recorded('2026-01', '1'), '2026-02-01T00:00:00.000Z'],
        [corrected('2026-01', '1', '2'), '2026-09-01T00:00:00.000Z'],
      ),
    ).toEqual([undefined]));

  it('is late where it was recorded anew late', () =>
    expect(
      lateOf(
        [recorded('2026-01', '1'), '2026-02-01T00:00:00.000Z'],
        [retracted('2026-01', '1'), '2026-02-02T00:00:00.000Z'],
        [recorded('2026-01', '2'), '2026-09-01T00:00:00.000Z'],
      ),
    ).toEqual([true]));
});
