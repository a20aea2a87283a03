import { decision } from '@pm/kernel/testing';
import {
  decimal,
  defined,
  kpiId,
  period,
  retired,
  targetRevised,
  targetSet,
} from '../testing/measurement.examples.js';
import { kpis } from './kpi.state.js';
import { setTarget } from './set-target.decide.js';

const { given } = decision(kpis, setTarget);
const target = (name: string, value: string) => ({ kpiId, period: period(name), value: decimal(value) });

describe('Set a target', () => {
  it('sets what the value of a period is to reach', () =>
    given(defined()).when(target('FY2026', '2.5')).gives(targetSet('FY2026', '2.5')));

  it('revises one that stands, and names what it was', () =>
    given(defined(), targetSet('FY2026', '2.5'))
      .when(target('FY2026', '2'))
      .gives(targetRevised('FY2026', '2.5', '2')));

  it('revises the last revision, not the first target', () =>
    given(defined(), targetSet('FY2026', '2.5'), targetRevised('FY2026', '2.5', '2'))
      .when(target('FY2026', '2.5'))
      .gives(targetRevised('FY2026', '2', '2.5')));

  it('records nothing for the same target, however it is written', () =>
    given(defined(), targetSet('FY2026', '2.5')).when(target('FY2026', '2.50')).gives());

  it('keeps the targets of other periods apart', () =>
    given(defined(), targetSet('FY2026', '2.5'))
      .when(target('FY2027', '2.5'))
      .gives(targetSet('FY2027', '2.5')));

  it('takes zero and less', () => {
    given(defined()).when(target('FY2026', '0')).gives(targetSet('FY2026', '0'));
    given(defined(), targetSet('FY2026', '0')).when(target('FY2026', '-0.0')).gives();
    given(defined()).when(target('FY2026', '-3')).gives(targetSet('FY2026', '-3'));
  });

  it('refuses a KPI that does not exist', () => given().when(target('FY2026', '2')).refuses('kpi-unknown'));

  it('refuses a retired KPI', () =>
    given(defined(), retired).when(target('FY2026', '2')).refuses('kpi-retired'));
});
