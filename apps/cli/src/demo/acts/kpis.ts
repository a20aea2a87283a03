import { namedId } from '@pm/eventing';
import type { Sent } from '@pm/eventing/commands';
import type { DecimalText } from '@pm/kernel';
import {
  annotateKpiCommand,
  defineKpiCommand,
  recordMeasurementsCommand,
  setTargetCommand,
} from '@pm/measurement';
import { type Act, by, kpiId, later, morningOf, reportDay, unitId } from '../acting.js';
import { type DemoKpi, KPIS, valueOf } from '../data/kpis.js';
import { reporterOf } from '../data/people.js';
import { FOUNDED } from './founding.js';

export const MONTHLY_REPORT = 'monthly report';

/** Months since January 2024, the last one that was reported included. */
export const MONTHS: readonly string[] = Array.from({ length: 33 }, (_, index) => {
  const [year, month] = [2024 + Math.floor(index / 12), (index % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}`;
});

/** The departments' KPIs: this year's values taken over at once, then one a month. */
export function departmentKpis(): Act[] {
  return KPIS.flatMap((kpi) => {
    const stated = MONTHS.map((period, index) => ({ period, value: valueOf(kpi, index) }));
    const isBefore = ({ period }: { period: string }) => reportDay(period) < FOUNDED;
    const takenOver = recorded(
      kpi,
      stated.filter(isBefore),
      by('karin', 'Taken over from the reports of 2024.'),
    );
    const reports = stated.filter((each) => !isBefore(each));
    return [
      ...defined(kpi, FOUNDED),
      { at: morningOf(FOUNDED), command: takenOver },
      ...reports.map((each) => ({
        at: morningOf(reportDay(each.period)),
        command: recorded(kpi, [each], by(reporterOf(kpi.unit, reportDay(each.period)))),
      })),
    ];
  });
}

/** By the controller; the target of a year is set in the November before it, or with the definition. */
export function defined(kpi: DemoKpi, day: string): Act[] {
  const { number, name, direction, aggregation, frequency, unitOfMeasure, labels, targets } = kpi;
  const definition = { number, name, direction, aggregation, frequency, unitOfMeasure, labels: [...labels] };
  const input = { ...definition, unitId: unitId(kpi.unit) };
  const command = defineKpiCommand.of({ kpiId: kpiId(number), input }, by('karin'));
  const aims = Object.entries(targets).map(([period, value]): Act => {
    const november = `${Number(period.slice(2)) - 1}-11-20`;
    const input = { period, value };
    const at = morningOf(november > day ? november : day);
    return { at, command: setTargetCommand.of({ kpiId: kpiId(number), input }, by('karin')) };
  });
  return [{ at: morningOf(day), command }, ...aims];
}

export interface Stated {
  readonly period: string;
  readonly value: string;
}

/** @param stated all of one slice of time, in one command */
export function recorded(
  { number }: Pick<DemoKpi, 'number'>,
  stated: readonly Stated[],
  context: ReturnType<typeof by>,
  source = MONTHLY_REPORT,
): Sent<object> {
  const values = stated.map(({ period, value }) => ({ period, value: value as DecimalText, source }));
  // As the API says of a controller: kpi.correct.
  const mayCorrectOthers = context.roles?.includes('controller') ?? false;
  return recordMeasurementsCommand.of({ kpiId: kpiId(number), stated: values, mayCorrectOthers }, context);
}

interface Remark {
  /** The day that it explains. */
  readonly at: string;
  readonly text: string;
  readonly who: string;
  /** On which it is written; the next one where absent. */
  readonly day?: string;
}

/** What somebody wrote beside a day of a KPI's course. */
export function annotated(number: string, { at, text, who, day = later(at, 1) }: Remark): Act {
  const request = {
    kpiId: kpiId(number),
    annotationId: namedId('annotation', number, at),
    input: { at, text },
  };
  return { at: morningOf(day), command: annotateKpiCommand.of(request, by(who)) };
}
