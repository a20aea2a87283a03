import { type CommandContext, namedId, newId } from '@pm/eventing';
import type { ActorId, GoalId, KpiId, PersonId, UnitId } from '@pm/kernel';
import type { App } from '../app.js';

export type Sending = Pick<App, 'commands'>;

export const unitId = (number: string): UnitId => namedId('unit', 'number', number) as UnitId;
export const kpiId = (number: string): KpiId => namedId('kpi', 'number', number) as KpiId;
export const goalId = (number: string): GoalId => namedId('goal', 'number', number) as GoalId;
export const personId = (number: string): PersonId => namedId('person', 'number', number) as PersonId;

/** @param person number of whoever acts */
export function by(
  person: string,
  { reason, roles }: Pick<CommandContext, 'reason' | 'roles'> = {},
): CommandContext {
  return {
    actor: personId(person) as string as ActorId,
    commandId: newId(),
    repeatable: false,
    correlationId: newId(),
    reason,
    roles,
  };
}
