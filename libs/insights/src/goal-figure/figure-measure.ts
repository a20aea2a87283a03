import { sliceOf } from '@pm/kernel';
import { measureAt, sides, type TreeValue, valueOfKpi, zonesAt } from '../goal-tree/goal-documents.state.js';
import type { GoalRow, TreeStored } from '../goal-tree/goal-row.js';
import type { FigureMeasure } from './goal-figure.js';
import type { StatedSides } from './stated-sides.js';

/** The document that holds the value which measures a goal; undefined where there is none. */
export function sliceMeasuring(goal: TreeStored): string | undefined {
  const measure = goal.own?.terms?.value?.measure;
  const standing = measure && valueOfKpi(goal.sum, measure.kpiId);
  return standing && `${measure.kpiId}.${sliceOf(standing.period)}`;
}

/** @param row what the goal shows: value, whether it is met, and its zone */
export async function figureMeasure(
  goal: TreeStored,
  { measure: shown }: GoalRow,
  stated: StatedSides,
): Promise<FigureMeasure | undefined> {
  const slice = sliceMeasuring(goal);
  const own = goal.own!;
  const measure = own.terms?.value?.measure;
  if (slice === undefined || !measure) return shown;
  const standing = valueOfKpi(goal.sum, measure.kpiId)!;
  const zones = zonesAt(own, measure, standing.at);
  const isStanding = ([, { period, at, revision }]: readonly [string, TreeValue]) =>
    period === standing.period && at === standing.at && revision === standing.revision;
  const [key] = sides<TreeValue>(stated.of(slice), 'value').find(isStanding)!;
  return {
    ...shown,
    ...measureAt(own, measure, standing.at),
    zonesEvent: zones && (await stated.event(goal.id, `zones ${zones[0]}`)),
    source: key.slice(standing.period.length + 1),
    event: await stated.event(slice, `value ${key}`),
  };
}
