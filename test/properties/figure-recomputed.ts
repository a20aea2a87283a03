import { type GoalFigure, readable } from '@pm/insights';
import type { Measure } from '@pm/kernel';
import { addedUp, ownProgress, ratio, rounded, text, weightOf, within } from './reference-arithmetic.js';

/** The figures of a goal. */
export type Figures = Pick<GoalFigure, 'progress' | 'clamped' | 'coverage' | 'expected' | 'status'>;

/** A goal's figures worked out by hand from what its figure says it is made of, and from nothing else. */
export function recomputed(figure: GoalFigure): Record<keyof Figures, string | undefined> {
  const { progress: computed, coverage } = fromData(figure);
  const said = figure.override && ratio(figure.override.progress);
  const progress = said ?? computed;
  const expected = elapsed(figure);
  return {
    progress: text(progress),
    clamped: text(computed === undefined ? undefined : within(computed)),
    coverage: text(coverage),
    expected: text(expected),
    status: worstOf(figure) ?? statusOf(progress, expected, figure.thresholds),
  };
}

function fromData({ rollUp, parts, measured }: GoalFigure): { progress?: bigint; coverage?: bigint } {
  if (rollUp) {
    const weighed = readable(parts).map(({ weight, share, progress }) => ({
      weight: weightOf(weight, share),
      progress: progress === undefined ? undefined : ratio(progress),
    }));
    return addedUp(weighed, rollUp.mode);
  }
  if (measured?.value === undefined) return {};
  const fraction = ownProgress(measured as Measure, measured.value);
  return fraction ? { progress: rounded(fraction) } : {};
}

const DAY_MS = 86_400_000;

/** Rule 13: of whole days, the first and the last included. */
function elapsed({ day, terms: { start, end } }: GoalFigure): bigint | undefined {
  if (!start || !end) return undefined;
  const daysTo = (to: string) => BigInt((Date.parse(to) - Date.parse(start)) / DAY_MS) + 1n;
  return within(rounded({ over: daysTo(day), under: daysTo(end) }));
}

function statusOf(
  progress: bigint | undefined,
  expected: bigint | undefined,
  { onTrack, atRisk, tolerance }: GoalFigure['thresholds'],
): string {
  if (progress === undefined) return 'no-data';
  if (expected === undefined) return 'no-dates';
  const reaches = (least: string) =>
    within(progress) * ratio('1') >= ratio(least) * expected - ratio(tolerance) * ratio('1');
  if (reaches(onTrack)) return 'on-track';
  return reaches(atRisk) ? 'at-risk' : 'off-track';
}

/** Rule 10: of what contributes, where the goal goes by that and nobody said otherwise. */
function worstOf({ rollUp, override, parts }: GoalFigure): string | undefined {
  if (rollUp?.mode !== 'worst-status' || override) return undefined;
  return ['off-track', 'at-risk', 'on-track'].find((worst) =>
    readable(parts).some(({ status }) => status === worst),
  );
}
