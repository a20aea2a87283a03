import {
  type DecimalText,
  isMilestoneValue,
  type KpiDirection,
  neverValid,
  type Rejection,
} from '@pm/kernel';

/** Values that a KPI of some direction cannot have (rule 5). @param direction as the KPI is defined now */
export function valueRefusal(direction: KpiDirection | undefined, value: DecimalText): Rejection | undefined {
  if (direction !== 'milestone' || isMilestoneValue(value)) return undefined;
  return neverValid('milestone-value', 'A milestone is reached, 1, or it is not, 0.');
}
