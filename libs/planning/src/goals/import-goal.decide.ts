import { reject, unknown, type Decide } from '@pm/kernel';
import type { GoalEvent, GoalImported, GoalLink } from './goal.events.js';
import type { Goal } from './goal.state.js';

export interface ImportGoalFacts {
  readonly goal: GoalImported['data'];
  /** Of the unit whose goal it is. */
  readonly unitStanding: 'open' | 'closed' | 'unknown';
}

/** An import pretends no consensus: it records what the source says, once. */
export const importGoal: Decide<ImportGoalFacts, Goal, GoalEvent> = (
  { goal, unitStanding },
  { imported },
) => {
  const { goalId, number, source, title, kind, unitId, parents } = goal;
  if (imported && same(imported, goal)) return [];
  if (unitStanding === 'unknown') return unknown('unit-unknown', 'There is no such unit.', { unitId });
  if (parents.some(({ parentId }) => parentId === goalId)) {
    return reject('goal-cycle', 'A goal cannot stand under itself.', { goalId });
  }
  return [{ type: 'GoalImported', data: { goalId, number, source, title, kind, unitId, parents } }];
};

function same(a: GoalImported['data'], b: GoalImported['data']): boolean {
  return (
    a.title === b.title && a.kind === b.kind && a.unitId === b.unitId && links(a.parents) === links(b.parents)
  );
}

const links = (parents: readonly GoalLink[]): string =>
  parents.map(({ parentId, contributes, weight }) => `${parentId} ${contributes} ${weight}`).join('\n');
