import type { DecimalText, Measure, RollUpMode } from '@pm/kernel';

/** An exact quotient. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}
/** What contributes to a goal; its progress as it is, or as it is given upwards. */
export interface Part {
  readonly weight: bigint;
  /** Undefined where it is not known. */
  readonly progress: bigint | undefined;
}

/** Rules 3, 8 and 10. */
export function addedUp(parts: readonly Part[], mode: RollUpMode): { progress?: bigint; coverage?: bigint } {
  const defined = parts.filter(({ progress }) => progress !== undefined);
  const [all, known] = [parts, defined].map((some) => total(some.map(({ weight }) => weight)));
  if (all === 0n) return {};
  const coverage = rounded({ over: known!, under: all! });
  if (known === 0n) return { coverage };
  const brought = defined.flatMap(({ progress, weight }) =>
    weight === 0n ? [] : [{ weight, progress: within(progress!) }],
  );
  return { coverage, progress: made(mode, brought) };
}

function made(mode: RollUpMode, parts: readonly { weight: bigint; progress: bigint }[]): bigint {
  const ascending = parts.map(({ progress }) => progress).sort((a, b) => (a < b ? -1 : Number(a > b)));
  if (mode === 'min') return ascending[0]!;
  if (mode === 'max') return ascending.at(-1)!;
  const over = total(parts.map(({ progress, weight }) => progress * weight));
  const whole = mode === 'sum' ? UNIT * UNIT : total(parts.map(({ weight }) => weight));
  return rounded({ over, under: whole * UNIT });
}

/** What a link weighs, in 10^-24. */
export const weightOf = (weight: string, share: string): bigint =>
  scaled(weight, PLACES) * scaled(share, PLACES);

/** A share in 10^-12. */
export const ratio = (decimal: string): bigint => scaled(decimal, PLACES);

/** Rules 1, 2, 5 and 7. */
export function ownProgress(measure: Measure, value: string): Fraction | undefined {
  const { baseline, target, upper, direction } = measure;
  const [v, t] = [exact(value as DecimalText), exact(target)];
  if (direction === 'ordinal') return zoned(measure, v);
  if (direction === 'range') return allOrNothing(v >= t && v <= exact(upper!));
  const more = ['increase', 'maintain-at-least', 'milestone'].includes(direction);
  const met = allOrNothing(more ? v >= t : v <= t);
  if (direction.startsWith('maintain') || direction === 'milestone') return met;
  if (baseline === undefined) return undefined;
  const b = exact(baseline);
  return b === t ? met : { over: v - b, under: t - b };
}

function zoned({ commit, target, stretch }: Measure, v: bigint): Fraction {
  const zones = [commit!, target, stretch!].map(exact);
  const rising = zones[2]! > zones[0]!;
  const reached = zones.filter((threshold) => (rising ? v >= threshold : v <= threshold)).length;
  return { over: [0n, 3n, 7n, 10n][reached]!, under: 10n };
}

const allOrNothing = (holds: boolean): Fraction => ({ over: holds ? 1n : 0n, under: 1n });

const PLACES = 12;
const UNIT = 10n ** BigInt(PLACES);

const total = (integers: readonly bigint[]): bigint => integers.reduce((sum, each) => sum + each, 0n);

/** Rule 1: only what goes up is clamped. */
export function within(ratio: bigint): bigint {
  if (ratio < 0n) return 0n;
  return ratio > UNIT ? UNIT : ratio;
}

/** A decimal as an integer of 10^-places, which must be enough to hold it. */
function scaled(decimal: string, places: number): bigint {
  const [whole, part = ''] = decimal.replace('-', '').split('.');
  const integer = BigInt(whole + part.padEnd(places, '0'));
  return decimal.startsWith('-') ? -integer : integer;
}

const exact = (decimal: DecimalText): bigint => scaled(decimal, 30);

/** To 12 places, half to even. */
export function rounded({ over, under }: Fraction): bigint {
  const sign = over < 0n === under < 0n ? 1n : -1n;
  const [top, bottom] = [(over < 0n ? -over : over) * UNIT, under < 0n ? -under : under];
  const [down, rest] = [top / bottom, (top % bottom) * 2n];
  const up = rest > bottom || (rest === bottom && down % 2n === 1n);
  return sign * (up ? down + 1n : down);
}

export function text(ratio: bigint | undefined): string | undefined {
  if (ratio === undefined) return undefined;
  const [sign, size] = ratio < 0n ? ['-', -ratio] : ['', ratio];
  const part = (size % UNIT).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return `${sign}${size / UNIT}${part && `.${part}`}`;
}
