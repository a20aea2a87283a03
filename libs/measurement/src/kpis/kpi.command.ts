import { command, type FactScope } from '@pm/eventing/commands';
import {
  AGGREGATIONS,
  type Aggregation,
  calendarInForce,
  type DecimalText,
  FREQUENCIES,
  type Frequency,
  type GoalId,
  KPI_DIRECTIONS,
  type KpiDirection,
  type KpiId,
  neverValid,
  type Period,
  spanOf,
  type UnitId,
  unitStanding,
} from '@pm/kernel';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { IsDecimalText } from '../decimal-text.validator.js';
import { freezeHolding, freezes, mayAmendFrozen } from '../freeze.command.js';
import { defineKpi, redefineKpi } from './define-kpi.decide.js';
import { importKpi } from './import-kpi.decide.js';
import type { KpiDefinition } from './kpi.events.js';
import { kpis } from './kpi.state.js';
import { retireKpi } from './retire-kpi.decide.js';
import { setTarget } from './set-target.decide.js';

export class RedefineKpiInput {
  /** @example "Complaints closed within 30 days" */
  @Length(1, 300)
  name: string;

  /** The unit that it is about. */
  @IsUUID()
  unitId: string;

  /** The goal that it tells of. */
  @IsOptional()
  @IsUUID()
  goalId?: string;

  /** Which way is better. */
  @IsIn(KPI_DIRECTIONS)
  direction: KpiDirection;

  /** How often a value is due. */
  @IsIn(FREQUENCIES)
  frequency: Frequency;

  /** How the values within a year make the year's value. */
  @IsIn(AGGREGATIONS)
  aggregation: Aggregation;

  /** What its values count. @example "%" */
  @IsOptional()
  @Length(1, 40)
  unitOfMeasure?: string;

  /** Words to select KPIs by. @example ["critical"] */
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true })
  labels: string[] = [];

  /** Why; kept with the definition. */
  @IsOptional()
  @Length(1, 1000)
  reason?: string;
}

export class DefineKpiInput extends RedefineKpiInput {
  /** Your own number or code for the KPI; it can be used in every path as `number:<it>`. @example "119" */
  @IsOptional()
  @Length(1, 64)
  number?: string;
}

export class SetTargetInput {
  /** @example "FY2023" */
  @Length(4, 10)
  period: string;

  /** In the KPI's unit, as decimal text; of a range the lower bound, of a milestone 1. @example "12.5" */
  @IsDecimalText()
  value: string;

  /** The upper bound of a range. @example "14" */
  @IsOptional()
  @IsDecimalText()
  upper?: string;

  /** Why it is set or revised; needed where the period is frozen. */
  @IsOptional()
  @Length(1, 1000)
  reason?: string;
}

/** A target as an import has it. */
export interface ImportedTarget {
  readonly period: Period;
  readonly value: DecimalText;
}

export const defineKpiCommand = command('DefineKpi', {
  fold: kpis,
  id: ({ kpiId }: { kpiId: KpiId; input: DefineKpiInput }) => kpiId,
  facts: async ({ kpiId, input }, { ask }) => ({
    kpiId,
    number: input.number,
    definition: definitionIn(input),
    unitStanding: await ask(unitStanding, { unitId: input.unitId as UnitId }),
  }),
  decide: defineKpi,
});

export const redefineKpiCommand = command('RedefineKpi', {
  fold: kpis,
  id: ({ kpiId }: { kpiId: KpiId; input: RedefineKpiInput }) => kpiId,
  facts: async ({ kpiId, input }, { ask }) => ({
    kpiId,
    definition: definitionIn(input),
    unitStanding: await ask(unitStanding, { unitId: input.unitId as UnitId }),
  }),
  decide: redefineKpi,
});

export const setTargetCommand = command('SetTarget', {
  fold: kpis,
  id: ({ kpiId }: { kpiId: KpiId; input: SetTargetInput }) => kpiId,
  facts: async ({ kpiId, input }, scope) => {
    const calendar = await scope.ask(calendarInForce, {});
    if (!spanOf(input.period, calendar)) {
      return neverValid(
        'period-unknown',
        'Name a period as FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05.',
      );
    }
    const period = input.period as Period;
    return {
      kpiId,
      period,
      value: input.value as DecimalText,
      upper: input.upper as DecimalText | undefined,
      frozen: await freezeHolding(period, scope),
      ...unfreezingBy(scope),
    };
  },
  decide: setTarget,
});

export const retireKpiCommand = command('RetireKpi', {
  fold: kpis,
  id: ({ kpiId }: { kpiId: KpiId }) => kpiId,
  facts: ({ kpiId }) => ({ kpiId }),
  decide: retireKpi,
});

export interface ImportKpiRequest {
  readonly kpiId: KpiId;
  readonly number: string;
  readonly definition: KpiDefinition;
  readonly targets: readonly ImportedTarget[];
}

export const importKpiCommand = command('ImportKpi', {
  fold: kpis,
  id: ({ kpiId }: ImportKpiRequest) => kpiId,
  facts: async ({ kpiId, number, definition, targets }, scope) => {
    const frozenBy = await freezes(scope);
    return {
      kpiId,
      number,
      definition,
      targets: targets.map(({ period, value }) => ({ period, value, frozen: frozenBy(period) })),
      unitStanding: await scope.ask(unitStanding, { unitId: definition.unitId }),
      ...unfreezingBy(scope),
    };
  },
  decide: importKpi,
});

const unfreezingBy = (scope: FactScope) => ({
  reason: scope.by.reason,
  mayAmendFrozen: mayAmendFrozen(scope),
});

function definitionIn(input: RedefineKpiInput): KpiDefinition {
  const { name, unitId, goalId, direction, frequency, aggregation, unitOfMeasure, labels } = input;
  return {
    name,
    unitId: unitId as UnitId,
    goalId: goalId as GoalId | undefined,
    direction,
    frequency,
    aggregation,
    unitOfMeasure,
    labels,
  };
}
