import { command } from '@pm/eventing/commands';
import { unitStanding } from '@pm/kernel';
import type { GoalImported } from './goal.events.js';
import { goals } from './goal.state.js';
import { importGoal } from './import-goal.decide.js';

export const importGoalCommand = command('ImportGoal', {
  fold: goals,
  id: (goal: GoalImported['data']) => goal.goalId,
  facts: async (goal, { ask }) => ({ goal, unitStanding: await ask(unitStanding, { unitId: goal.unitId }) }),
  decide: importGoal,
});
