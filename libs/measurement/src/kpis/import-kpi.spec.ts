import { decision } from '@pm/kernel/testing';
import {
  churn,
  decimal,
  defined,
  kpiId,
  period,
  redefined,
  retired,
  targetRevised,
  targetSet,
} from '../testing/measurement.examples.js';
import { importKpi, type ImportKpiFacts } from './import-kpi.decide.js';
import { kpis } from './kpi.state.js';

const { given } = decision(kpis, importKpi);
const { kpiId: _, number, ...definition } = churn;
const row = (targets: Record<string, string> = {}, change: Partial<ImportKpiFacts> = {}): ImportKpiFacts => ({
  kpiId,
  number,
  definition,
  unitStanding: 'open',
  mayAmendFrozen: false,
  targets: Object.entries(targets).map(([name, value]) => ({ period: period(name), value: decimal(value) })),
  ...change,
});

describe('Import a KPI', () => {
  it('defines one that is new, with its targets', () =>
    given()
      .when(row({ FY2025: '3', FY2026: '2.5' }))
      .gives(defined(), targetSet('FY2025', '3'), targetSet('FY2026', '2.5')));

  it('records nothing for what is known already', () =>
    given(defined(), targetSet('FY2026', '2.5'))
      .when(row({ FY2026: '2.50' }))
      .gives());

  it('redefines one that the import has otherwise, and revises targets that differ', () =>
    given(defined({ name: 'Churn rate' }), targetSet('FY2026', '3'))
      .when(row({ FY2026: '2.5' }))
      .gives(redefined({}), targetRevised('FY2026', '3', '2.5')));

  it('leaves targets alone that the import does not name', () =>
    given(defined(), targetSet('FY2025', '3')).when(row()).gives());

  it('takes two targets of one period one after the other', () =>
    given()
      .when({
        ...row(),
        targets: [
          { period: period('FY2026'), value: decimal('3') },
          { period: period('FY2026'), value: decimal('2') },
        ],
      })
      .gives(defined(), targetSet('FY2026', '3'), targetRevised('FY2026', '3', '2')));

  it('refuses another target of a frozen period, but from those who may', () => {
    const frozen = [{ period: period('FY2025'), value: decimal('3'), frozen: period('FY2025') }];
    const known = () => given(defined(), targetSet('FY2025', '2.5'));
    known()
      .when(row({}, { targets: frozen }))
      .refuses('period-frozen');
    known()
      .when(row({}, { targets: frozen, mayAmendFrozen: true, reason: 'The council decided so.' }))
      .gives(targetRevised('FY2025', '2.5', '3'));
  });

  it('refuses a retired KPI', () => given(defined(), retired).when(row()).refuses('kpi-retired'));

  it('refuses a unit that does not exist, with all targets', () =>
    given()
      .when(row({ FY2026: '2.5' }, { unitStanding: 'unknown' }))
      .refuses('unit-unknown'));
});
