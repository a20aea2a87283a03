import type { Period } from '@pm/kernel';
import { retractMeasurementCommand } from '@pm/measurement';
import { type Act, by, kpiId, later, morningOf } from '../acting.js';
import type { DemoKpi } from '../data/kpis.js';
import { CORRECTIONS, EXPLANATIONS, RETRACTIONS } from '../data/reasons.js';
import { drawn, picked } from '../drawn.js';
import { annotated, recorded, type Stated } from './kpis.js';

/** One report of a team: what it says, when it is due, and who sends it. */
export interface Report extends Stated {
  readonly day: string;
  /** @param day on which it is sent */
  readonly who: (day: string) => string;
  readonly source: string;
}

/** Of a hundred reports three are late, two are corrected, some are explained, and rarely one is taken back. */
export function asItGoes(kpi: DemoKpi, report: Report): Act[] {
  const key = [kpi.number, report.period] as const;
  const sentOn = later(report.day, drawn(...key, 'late') < 0.03 ? 16 : 0);
  const stated = (value: string, who: string, reason?: string) =>
    recorded(kpi, [{ period: report.period, value }], by(who, reason), report.source);
  const acts: Act[] = [{ at: morningOf(sentOn), command: stated(report.value, report.who(sentOn)) }];
  const fate = drawn(...key, 'fate');
  const reviewed = later(sentOn, 9);
  if (reviewed >= END) return acts;
  if (fate < 0.02)
    acts.push({
      at: morningOf(reviewed),
      command: stated(nudged(report.value, key), 'karin', picked(CORRECTIONS, ...key)),
    });
  else if (fate < 0.026) acts.push(...takenBack(kpi, report, reviewed));
  else if (fate < 0.034) acts.push(explained(kpi, sentOn, report));
  return acts;
}

/** What is not reviewed by then never is. */
const END = '2026-10-05';

/** Another value than before, a tenth up or down. */
const nudged = (value: string, key: readonly string[]): string =>
  (Number(value) * (drawn(...key, 'nudge') < 0.5 ? 0.9 : 1.1) + 0.1).toFixed(1);

function explained({ number }: DemoKpi, at: string, { period, who }: Report): Act {
  return annotated(number, { at, text: picked(EXPLANATIONS, number, period), who: who(later(at, 1)) });
}

function takenBack({ number }: DemoKpi, { period, source }: Report, day: string): Act[] {
  const reason = picked(RETRACTIONS, number, period);
  const value = { kpiId: kpiId(number), period: period as Period, source };
  const request = { ...value, mayCorrectOthers: true, input: { reason } };
  return [{ at: morningOf(day), command: retractMeasurementCommand.of(request, by('karin', reason)) }];
}
