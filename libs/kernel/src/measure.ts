import type { DecimalText } from './decimal-text.js';
import { type Direction, type Target } from './direction.js';
import type { KpiId } from './ids.js';
import { compare } from './quantity.js';
import { neverValid, type Rejection } from './rejection.js';

/** How a goal is measured: by a KPI, from a baseline to a target. */
export interface Measure {
  readonly kpiId: KpiId;
  /** Absent: progress is undefined, but whether the target is met is still known. */
  readonly baseline?: DecimalText;
  /** Of a range the lower bound, of a milestone 1. */
  readonly target: DecimalText;
  readonly direction: Direction;
  /** Of a range. */
  readonly upper?: DecimalText;
  /** Of an ordinal scale, where the zones below and above the target begin. */
  readonly commit?: DecimalText;
  readonly stretch?: DecimalText;
}

/** Rule 5: a declared direction that the numbers contradict is refused, and so is a number that it has no use for. */
export function measureRefusal(measure: Measure): Rejection | undefined {
  return strayRefusal(measure) ?? baselineRefusal(measure) ?? zonesRefusal(measure) ?? bandRefusal(measure);
}

/** Of targets of a KPI and of a goal's measure alike. */
export function targetRefusal(direction: Direction, { value, upper }: Target): Rejection | undefined {
  if (direction === 'range' && (upper === undefined || compare(upper, value) < 0))
    return neverValid('range-bounds', 'Give both bounds of the range, the upper one not below the other.');
  if (direction !== 'range' && upper !== undefined)
    return neverValid('number-unused', 'Only a range has an upper bound.');
  if (direction === 'milestone' && compare(value, REACHED) !== 0)
    return neverValid('milestone-target', 'A milestone is reached at 1; not yet reached is 0.');
  return undefined;
}

const [NOT_REACHED, REACHED] = ['0', '1'] as [DecimalText, DecimalText];

/** A milestone is reached or not. */
export const isMilestoneValue = (value: DecimalText): boolean =>
  compare(value, REACHED) === 0 || compare(value, NOT_REACHED) === 0;

const bandRefusal = ({ direction, target, upper }: Measure) =>
  targetRefusal(direction, { value: target, upper });

function strayRefusal({ direction, commit, stretch }: Measure): Rejection | undefined {
  if (direction === 'ordinal' || (commit ?? stretch) === undefined) return undefined;
  return neverValid('number-unused', 'Only an ordinal scale has zones.');
}

function baselineRefusal({ baseline, target, direction }: Measure): Rejection | undefined {
  if (baseline === undefined) return undefined;
  const difference = compare(target, baseline);
  const contradicts =
    (direction === 'increase' && difference < 0) ||
    (direction === 'decrease' && difference > 0) ||
    (direction === 'milestone' && compare(baseline, NOT_REACHED) !== 0);
  return contradicts
    ? neverValid(
        'direction-contradicted',
        'The target lies on the other side of the baseline: swap them or the direction.',
      )
    : undefined;
}

/** Zones lie one behind the other, upwards or downwards, from the baseline on where there is one. */
function zonesRefusal({ direction, baseline, commit, target, stretch }: Measure): Rejection | undefined {
  if (direction !== 'ordinal') return undefined;
  if (commit === undefined || stretch === undefined)
    return neverValid('zones-missing', 'Say where the zones commit, target and stretch begin.');
  const thresholds = [...(baseline === undefined ? [] : [baseline]), commit, target, stretch];
  const steps = thresholds.slice(1).map((each, index) => Math.sign(compare(each, thresholds[index]!)));
  if (steps[0] !== 0 && steps.every((step) => step === steps[0])) return undefined;
  return neverValid('zones-disordered', 'Zones begin one behind the other: commit, target, stretch.');
}
