import type { DecimalText } from '@pm/kernel';
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
import { setTarget, type SetTargetFacts } from './set-target.decide.js';

const { given } = decision(kpis, setTarget);
const target = (name: string, value: string, said: Partial<SetTargetFacts> = {}): SetTargetFacts => ({
  kpiId,
  period: period(name),
  value: decimal(value),
  mayAmendFrozen: false,
  ...said,
});

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

  describe('of a range', () => {
    const kept = defined({ direction: 'range' });
    const range = (value: string, upper: string | undefined) =>
      target('FY2026', value, { upper: upper as DecimalText | undefined });

    it('has two bounds', () =>
      given(kept)
        .when(range('2', '3'))
        .gives(targetSet('FY2026', '2', '3')));

    it('is revised where either moves, and says what both were', () => {
      const revision = { ...targetRevised('FY2026', '2', '2').data, upper: decimal('4') };
      given(kept, targetSet('FY2026', '2', '3'))
        .when(range('2', '4'))
        .gives({ type: 'TargetRevised', data: { ...revision, wasUpper: decimal('3') } });
      given(kept, targetSet('FY2026', '2', '3'))
        .when(range('2.0', '3.00'))
        .gives();
    });

    it('refuses one bound alone, and bounds the wrong way round', () => {
      given(kept).when(range('2', undefined)).refuses('range-bounds');
      given(kept).when(range('2', '1.9')).refuses('range-bounds');
    });

    it('refuses an upper bound of anything else', () =>
      given(defined()).when(range('2', '3')).refuses('number-unused'));
  });

  describe('of a frozen period', () => {
    const frozen = { frozen: period('FY2026') };
    const amending = { ...frozen, mayAmendFrozen: true };
    const standing = () => given(defined(), targetSet('FY2026', '2.5'));

    it('is neither set nor revised; the same again is nothing new', () => {
      given(defined())
        .when(target('FY2026', '2', frozen))
        .refuses('period-frozen');
      standing()
        .when(target('FY2026', '2', frozen))
        .refuses('period-frozen');
      standing()
        .when(target('FY2026', '2.50', frozen))
        .gives();
    });

    it('is revised by those who answer for figures, with a reason', () => {
      standing()
        .when(target('FY2026', '2', amending))
        .refuses('reason-required');
      standing()
        .when(target('FY2026', '2', { ...amending, reason: 'The council decided so.' }))
        .gives(targetRevised('FY2026', '2.5', '2'));
    });
  });

  it('refuses a milestone that is reached at anything but 1', () =>
    given(defined({ direction: 'milestone', aggregation: 'last' }))
      .when(target('FY2026', '2'))
      .refuses('milestone-target'));

  it('refuses a KPI that does not exist', () => given().when(target('FY2026', '2')).refuses('kpi-unknown'));

  it('refuses a retired KPI', () =>
    given(defined(), retired).when(target('FY2026', '2')).refuses('kpi-retired'));
});
