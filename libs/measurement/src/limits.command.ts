import type { FactScope } from '@pm/eventing/commands';
import { forbidden, isUnitWithin, type KpiId, measuringLimitsOf, type Rejection } from '@pm/kernel';
import { kpis } from './kpis/kpi.state.js';

/** What a KPI is refused with to somebody who may measure others only, by whichever door their values come. */
export async function limitRefusal(
  kpiId: KpiId,
  { ask, read, by }: Pick<FactScope, 'ask' | 'read' | 'by'>,
): Promise<Rejection | undefined> {
  const { actor, onBehalfOf } = by;
  // What a machine imports is recorded by the import, on its behalf.
  const limits =
    (await ask(measuringLimitsOf, { actor })) ??
    (onBehalfOf && (await ask(measuringLimitsOf, { actor: onBehalfOf })));
  if (!limits || limits.kpiIds.includes(kpiId)) return undefined;
  const { definition } = await read(kpis, kpiId);
  if (definition && (await ask(isUnitWithin, { unitId: definition.unitId, others: limits.unitIds })))
    return undefined;
  return forbidden('kpi-out-of-limits', 'Your key may measure other KPIs only.', { kpiId });
}
