import type { FactScope } from '@pm/eventing/commands';
import type { UnitId } from '@pm/kernel';
import { chart, CHART_ID } from '../chart/chart.state.js';
import type { Asked } from '../effective-day.js';
import type { UnitStanding } from './unit-refusal.decide.js';

/** Where and when something is asked about a person. */
export async function asked({ read, now }: FactScope): Promise<Asked> {
  const { timeZone } = (await read(chart, CHART_ID)).calendar;
  return { now, timeZone };
}

/** A unit, and whether people may belong to it. */
export async function unitFacts(
  { unitId }: { readonly unitId: string },
  { read }: FactScope,
): Promise<{ unitId: UnitId; unitStanding: UnitStanding }> {
  const unit = (await read(chart, CHART_ID)).units.get(unitId as UnitId);
  const unitStanding = unit ? (unit.closed ? 'closed' : 'open') : 'unknown';
  return { unitId: unitId as UnitId, unitStanding };
}
