import { decision } from '@pm/kernel/testing';
import { churn, defined, kpiId, retired } from '../testing/measurement.examples.js';
import { defineKpi, type DefineKpiFacts } from './define-kpi.decide.js';
import { kpis } from './kpi.state.js';

const { given } = decision(kpis, defineKpi);
const { kpiId: _, number, ...definition } = churn;
const define = (change: Partial<DefineKpiFacts> = {}): DefineKpiFacts => ({
  kpiId,
  number,
  definition,
  unitStanding: 'open',
  ...change,
});

describe('Define a KPI', () => {
  it('says what it measures, of which unit, and how its values are to be read', () =>
    given().when(define()).gives(defined()));

  it('sorts labels and takes each once', () =>
    given()
      .when(define({ definition: { ...definition, labels: ['quality', 'critical', 'quality'] } }))
      .gives(defined({ labels: ['critical', 'quality'] })));

  it.each(['sum', 'mean'] as const)('refuses a milestone whose year is a %s', (aggregation) =>
    given()
      .when(define({ definition: { ...definition, direction: 'milestone', aggregation } }))
      .refuses('milestone-aggregation'),
  );

  it('records no field that was not asked for', () =>
    given()
      .when(define({ definition: { ...definition, extra: 'secret' } as typeof definition }))
      .gives(defined()));

  it('refuses a number that names a KPI already, even a retired one', () => {
    given(defined()).when(define()).refuses('kpi-exists');
    given(defined(), retired).when(define()).refuses('kpi-exists');
  });

  it('refuses a unit that does not exist', () =>
    given()
      .when(define({ unitStanding: 'unknown' }))
      .refuses('unit-unknown'));

  it('refuses a closed unit', () =>
    given()
      .when(define({ unitStanding: 'closed' }))
      .refuses('unit-closed'));
});
