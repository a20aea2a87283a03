import { type Act, by, morningOf, reportDay } from '../acting.js';
import { placed } from '../acts/agreement.js';
import { teamGoal } from '../acts/goal-years.js';
import { recorded } from '../acts/kpis.js';
import { kpiNumbered } from '../data/kpis.js';
import { TEAMS } from '../data/units.js';

/** Worth finding: care got a goal of its own in the middle of it all, and what counted towards the town’s counts there now. */
export function care(): Act[] {
  const teams = TEAMS.filter(({ department }) => department === 'CARE');
  const word = { day: reportDay('2026-02'), who: 'mona', reason: 'Care has a goal of its own now.' };
  const late = by('mona', 'Two falls were reported late.');
  return [
    ...['falls', ...teams.map(({ number }) => teamGoal(number, '2026'))].map((goal) =>
      placed(goal, 'care', word),
    ),
    {
      at: morningOf(reportDay('2026-03')),
      command: recorded(kpiNumbered('falls'), [{ period: '2026-01', value: '19' }], late),
    },
  ];
}
