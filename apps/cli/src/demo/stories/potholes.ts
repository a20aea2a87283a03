import { setTargetCommand } from '@pm/measurement';
import { decideChangeCommand, requestChangeCommand } from '@pm/planning';
import { type Act, by, goalId, kpiId, morningOf } from '../acting.js';
import { termsOf } from '../acts/agreement.js';
import { recorded } from '../acts/kpis.js';
import { GOALS } from '../data/goals.js';
import { kpiNumbered } from '../data/kpis.js';

/** Worth finding: a good part of the goal was given up when its first year was nearly over, in the open. */
export function potholes(): Act[] {
  const goal = GOALS.find(({ number }) => number === 'potholes')!;
  const id = goalId(goal.number);
  const reason = 'The second road crew was never hired.';
  const revised = { kpiId: kpiId(goal.number), input: { period: 'FY2025', value: '76' } };
  const requested = { goalId: id, input: { ...termsOf({ ...goal, to: '88' }), reason } };
  const approved = { goalId: id, input: { reason }, approve: true };
  return [
    ...[
      setTargetCommand.of(revised, by('nils', reason)),
      requestChangeCommand.of(requested, by('ines', reason)),
      decideChangeCommand.of(approved, by('nils', reason)),
    ].map((command) => ({ at: morningOf('2025-11-05'), command })),
    {
      at: morningOf('2026-09-05'),
      command: recorded(
        kpiNumbered('potholes'),
        [{ period: '2026-08', value: '84' }],
        by('nils', 'One depot had counted its repairs twice.'),
      ),
    },
  ];
}
