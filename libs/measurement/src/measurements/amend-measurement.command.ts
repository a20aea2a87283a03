import { command, type FactScope } from '@pm/eventing/commands';
import { type DecimalText, type KpiId, type Period, Rejection, sliceOf } from '@pm/kernel';
import { IsOptional, Length } from 'class-validator';
import { IsDecimalText } from '../decimal-text.validator.js';
import { freezeHolding, mayAmendFrozen } from '../freeze.command.js';
import { kpis } from '../kpis/kpi.state.js';
import { limitRefusal } from '../limits.command.js';
import { correctMeasurement } from './correct-measurement.decide.js';
import { measurements, type NaturalKey } from './measurements.state.js';
import { retractMeasurement } from './retract-measurement.decide.js';

export class RetractMeasurementInput {
  /** Who or what had measured; you where absent, as in recording. */
  @IsOptional()
  @Length(1, 80)
  source?: string;

  /** Why; stays beside the value. @example "Counted test accounts" */
  @Length(1, 1000)
  reason: string;
}

export class CorrectMeasurementInput extends RetractMeasurementInput {
  /** In the KPI's unit, as decimal text. @example "42.5" */
  @IsDecimalText()
  value: string;

  /** The same as in the path where it is said: a correction never moves a value to another period. */
  @IsOptional()
  @Length(4, 10)
  period?: string;
}

/** Which value, and whether the one who asks may set right what others said. */
interface AmendmentRequest<Input> extends NaturalKey {
  readonly kpiId: KpiId;
  readonly mayCorrectOthers: boolean;
  readonly input: Input;
}

const idOf = ({ kpiId, period }: { kpiId: KpiId; period: Period }) => `${kpiId}.${sliceOf(period)}`;

async function factsOf(request: AmendmentRequest<object>, scope: FactScope) {
  const { kpiId, period, source, mayCorrectOthers } = request;
  const refusal = await limitRefusal(kpiId, scope);
  if (refusal) return refusal;
  const { actor, reason } = scope.by;
  const frozen = await freezeHolding(period, scope);
  const by = { actor, reason, mayCorrectOthers, mayAmendFrozen: mayAmendFrozen(scope) };
  return { kpiId, period, source, frozen, ...by };
}

export const correctMeasurementCommand = command('CorrectMeasurement', {
  fold: measurements,
  id: idOf,
  facts: async (request: AmendmentRequest<CorrectMeasurementInput>, scope) => {
    const facts = await factsOf(request, scope);
    if (facts instanceof Rejection) return facts;
    const { value, period: statedPeriod } = request.input;
    const { definition } = await scope.read(kpis, request.kpiId);
    return { ...facts, value: value as DecimalText, direction: definition?.direction, statedPeriod };
  },
  decide: correctMeasurement,
});

export const retractMeasurementCommand = command('RetractMeasurement', {
  fold: measurements,
  id: idOf,
  facts: (request: AmendmentRequest<RetractMeasurementInput>, scope) => factsOf(request, scope),
  decide: retractMeasurement,
});
