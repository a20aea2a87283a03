import { decision } from '@pm/kernel/testing';
import { defined, kpiId, retired } from '../testing/measurement.examples.js';
import { kpis } from './kpi.state.js';
import { retireKpi } from './retire-kpi.decide.js';

const { given } = decision(kpis, retireKpi);

describe('Retire a KPI', () => {
  it('ends it', () => given(defined()).when({ kpiId }).gives(retired));

  it('records nothing where it is retired already', () => given(defined(), retired).when({ kpiId }).gives());

  it('refuses a KPI that does not exist', () => given().when({ kpiId }).refuses('kpi-unknown'));
});
