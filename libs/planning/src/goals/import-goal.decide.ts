import { reject, unknown, type Decide } from '@pm/kernel';
import { linksRefusal } from './draft-goal.decide.js';
import type { GoalEvent, GoalImported, GoalLink } from './goal.events.js';
import type { Goal } from './goal.state.js';

export interface ImportGoalFacts {
  readonly goal: GoalImported['data'];
  /** Of the unit whose goal it is. */
  readonly unitStanding: 'open' | 'closed' | 'unknown';
}

/**
 * An import pretends no consensus: it records what the source says, once. A goal that was drafted here is not the
 * source's to say anything of.
 */
export const importGoal: Decide<ImportGoalFacts, Goal, GoalEvent> = (
  { goal, unitStanding },
  { phase, imported },
) => {
  const { goalId, number, source, title, kind, unitId, parents } = goal;
  if (phase !== 'none' && !imported)
    return reject('goal-exists', 'A goal with this number was made here; import it under another.', {
      goalId,
    });
  if (imported && same(imported, goal)) return [];
  if (unitStanding === 'unknown') return unknown('unit-unknown', 'There is no such unit.', { unitId });
  return (
    linksRefusal(goalId, parents) ?? [
      { type: 'GoalImported', data: { goalId, number, source, title, kind, unitId, parents } },
    ]
  );
};

function same(a: GoalImported['data'], b: GoalImported['data']): boolean {
  return (
    a.title === b.title && a.kind === b.kind && a.unitId === b.unitId && links(a.parents) === links(b.parents)
  );
}

const links = (parents: readonly GoalLink[]): string =>
  parents
    .map(({ parentId, contributes, weight, share }) => `${parentId} ${contributes} ${weight} ${share ?? '1'}`)
    .join('\n');
