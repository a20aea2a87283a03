import { defined, recorded, retired, retracted } from '../testing/measurement.examples.js';
import { given } from '../testing/scorecard.shown.js';

describe('A retracted value', () => {
  it('is no longer the latest: the one before is', () =>
    given(defined(), recorded('2026-02', '2'), recorded('2026-03', '2.4'), retracted('2026-03', '2.4')).shows(
      { latest: { period: '2026-02', value: '2' } },
    ));

  it('leaves nothing where it was the only one, which is not 0', () => {
    const card = given(defined(), recorded('2026-03', '2.4'), retracted('2026-03', '2.4'));
    card.showsNo('latest');
    card.showsYears({});
  });

  it('lets the value of another source stand again', () => {
    const both = [
      defined({ aggregation: 'sum' }),
      recorded('2026-03', '2'),
      recorded('2026-03', '9', { source: 'survey' }),
    ];
    given(...both).shows({ latest: { value: '9' }, years: { FY2026: { value: '9' } } });
    given(...both, retracted('2026-03', '9', { source: 'survey' })).shows({
      latest: { value: '2', source: 'crm' },
      years: { FY2026: { value: '2' } },
    });
    given(...both, retracted('2026-03', '2')).shows({
      latest: { value: '9', source: 'survey' },
      years: { FY2026: { value: '9' } },
    });
  });

  it('does not count towards its year, and the one recorded in its place does', () => {
    const retractedOne = [
      defined({ aggregation: 'sum' }),
      recorded('2026-01', '1'),
      recorded('2026-02', '2'),
      retracted('2026-02', '2'),
    ];
    given(...retractedOne).shows({ years: { FY2026: { value: '1' } } });
    given(...retractedOne, recorded('2026-02', '4')).shows({ years: { FY2026: { value: '5' } } });
  });
});

describe('Rule 14: a KPI', () => {
  it('is stale once a whole period went by without a value', () => {
    given(defined(), recorded('2026-03', '2')).shows({ stale: false });
    given(defined(), recorded('2026-02', '2')).shows({ stale: true });
    given(defined({ frequency: 'annual' }), recorded('FY2025', '2')).shows({ stale: false });
  });

  it('is stale without any value, so also once the only one was retracted', () => {
    given(defined()).shows({ stale: true });
    given(defined(), recorded('2026-03', '2'), retracted('2026-03', '2')).shows({ stale: true });
  });

  it('is never stale where it is irregular or retired', () => {
    given(defined({ frequency: 'irregular' })).shows({ stale: false });
    given(defined(), recorded('2025-02', '2'), retired).shows({ stale: false });
  });
});
