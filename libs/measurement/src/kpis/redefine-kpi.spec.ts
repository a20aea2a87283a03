import type { UnitId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { churn, defined, kpiId, redefined, retired } from '../testing/measurement.examples.js';
import { type DefineKpiFacts, redefineKpi } from './define-kpi.decide.js';
import type { KpiDefinition } from './kpi.events.js';
import { kpis } from './kpi.state.js';

const { given } = decision(kpis, redefineKpi);
const { kpiId: _, number: __, ...definition } = churn;
const redefine = (
  change: Partial<KpiDefinition> = {},
  unitStanding: DefineKpiFacts['unitStanding'] = 'open',
): DefineKpiFacts => ({ kpiId, definition: { ...definition, ...change }, unitStanding });

describe('Redefine a KPI', () => {
  it.each<[string, Partial<KpiDefinition>]>([
    ['name', { name: 'Customers who leave' }],
    ['unit', { unitId: 'service' as UnitId }],
    ['goal', { goalId: 'loyalty' as KpiDefinition['goalId'] }],
    ['direction', { direction: 'maintain-at-most' }],
    ['frequency', { frequency: 'quarterly' }],
    ['aggregation', { aggregation: 'max' }],
    ['unit of measure', { unitOfMeasure: 'per mille' }],
    ['labels', { labels: ['critical', 'quality'] }],
  ])('takes another %s', (_name, change) => given(defined()).when(redefine(change)).gives(redefined(change)));

  it('records nothing for the definition that stands', () => {
    given(defined()).when(redefine()).gives();
    given(defined(), redefined({ name: 'Customers who leave' }))
      .when(redefine({ name: 'Customers who leave' }))
      .gives();
  });

  it('records nothing where only the order of labels differs', () =>
    given(defined({ labels: ['critical', 'quality'] }))
      .when(redefine({ labels: ['quality', 'critical', 'critical'] }))
      .gives());

  it('goes back to an earlier definition', () =>
    given(defined(), redefined({ name: 'Customers who leave' }))
      .when(redefine())
      .gives(redefined({})));

  it('refuses a KPI that does not exist', () => given().when(redefine()).refuses('kpi-unknown'));

  it('refuses a retired KPI', () =>
    given(defined(), retired)
      .when(redefine({ name: 'Churn 2' }))
      .refuses('kpi-retired'));

  it('refuses a unit that does not exist', () =>
    given(defined())
      .when(redefine({ name: 'Churn 2' }, 'unknown'))
      .refuses('unit-unknown'));

  it('refuses a closed unit', () =>
    given(defined())
      .when(redefine({ name: 'Churn 2' }, 'closed'))
      .refuses('unit-closed'));
});
