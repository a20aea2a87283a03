import { clamped, dividedHalfEven, exactly, progressOf, type Ratio, ratioOf, type Rollup } from '@pm/kernel';
import {
  latestOf,
  measureAt,
  sides,
  type ShownPhase,
  type TreeDocument,
  type TreeLink,
  type TreeSum,
  type TreeValue,
} from './goal-documents.state.js';

/** Goals in these phases count; those cancelled or postponed leave the averages (rule 9). */
const COUNTS: readonly ShownPhase[] = ['agreed', 'active', 'paused', 'completed'];

/** How far a goal is, and how much of what lies below it is known. */
export interface GoalProgress {
  /** Raw: below 0 it regressed, above 1 it over-achieved. Undefined is not 0 (rule 3). */
  readonly progress?: Ratio;
  /** Weight of the children whose progress is known, of that of all; undefined where none contributes. */
  readonly coverage?: Ratio;
  /** The value that measures it, where no child contributes. */
  readonly measured?: TreeValue;
  /** Why there is no progress. */
  readonly reason?: 'no-weight' | 'nothing-known' | 'no-baseline' | 'no-value' | 'no-measure';
}

const ONE = 10n ** 12n;

/** Rule 8: over contributing children with known progress; without children by its own measure, else undefined. */
export function goalProgress(doc: TreeDocument, sum: TreeSum | undefined): GoalProgress {
  if (sum?.children) return rolledProgress(sum);
  const measure = doc.terms?.value?.measure;
  if (!measure) return { reason: 'no-measure' };
  const measured = sum?.measured?.[measure.kpiId];
  if (!measured) return { reason: 'no-value' };
  const progress = progressOf(measureAt(doc, measure, measured.at), exactly(measured.value));
  return progress === undefined ? { measured, reason: 'no-baseline' } : { measured, progress };
}

function rolledProgress({ all = '0', known = '0', weighted = '0' }: TreeSum): GoalProgress {
  if (BigInt(all) === 0n) return { reason: 'no-weight' };
  const coverage = dividedHalfEven(BigInt(known) * ONE, BigInt(all));
  if (BigInt(known) === 0n) return { coverage, reason: 'nothing-known' };
  return { coverage, progress: dividedHalfEven(BigInt(weighted), BigInt(known)) };
}

/** What a link weighs, in 10^-24. */
export function weightOf({ weight, share }: TreeLink): bigint {
  return ratioOf(weight) * (share === undefined ? ONE : ratioOf(share));
}

/** Values go up to their KPI, KPIs to the goals they measure, goals to their parents. */
export const goalRollup: Rollup<TreeDocument, TreeSum> = {
  above: (doc) => {
    if (doc.of?.value) return [doc.of.value];
    if (doc.parents?.value) return doc.parents.value.flatMap(({ parentId, cut }) => (cut ? [] : parentId));
    return doc.about ? [] : sides<true>(doc, 'goal').map(([goalId]) => goalId);
  },
  cut: (doc, to) => ({
    ...doc,
    parents: doc.parents && {
      ...doc.parents,
      value: doc.parents.value!.map((link) => (link.parentId === to ? { ...link, cut: true } : link)),
    },
  }),
  part: (doc, sum, to) => {
    if (doc.of) return partOfSlice(doc);
    return doc.self ? partOfKpi(doc, sum) : partOfGoal(doc, sum, to);
  },
  add,
};

function partOfSlice(doc: TreeDocument): TreeSum | undefined {
  const values = sides<TreeValue>(doc, 'value').map(([, value]) => value);
  const latest = latestOf(values);
  return latest && { slices: { [doc.slice!.value!]: latest } };
}

function partOfKpi({ self }: TreeDocument, sum: TreeSum | undefined): TreeSum | undefined {
  const latest = latestOf(Object.values(sum?.slices ?? {}));
  return latest && { measured: { [self!.value!]: latest } };
}

function partOfGoal(doc: TreeDocument, sum: TreeSum | undefined, to: string): TreeSum | undefined {
  const link = doc.parents!.value!.find(({ parentId, cut }) => parentId === to && !cut);
  const phase = doc.phase?.value;
  if (!link?.contributes || !phase || !COUNTS.includes(phase)) return undefined;
  const weight = weightOf(link);
  const { progress } = goalProgress(doc, sum);
  const all = { all: textOf(weight), children: 1 };
  if (progress === undefined) return all;
  return { ...all, known: textOf(weight), weighted: textOf(clamped(progress) * weight) };
}

function add(total: TreeSum | undefined, part: TreeSum, sign: 1 | -1): TreeSum | undefined {
  if (!total && sign === 1) return part;
  const { slices, measured, all, known, weighted, children = 0 } = total ?? {};
  return defined({
    slices: exchanged(slices, part.slices, sign),
    measured: exchanged(measured, part.measured, sign),
    all: added(all, part.all, sign),
    known: added(known, part.known, sign),
    weighted: added(weighted, part.weighted, sign),
    children: children + sign * (part.children ?? 0) || undefined,
  });
}

/** Nothing is written for zero, so that equal sums are equal documents. */
function defined(sum: { [Field in keyof TreeSum]: TreeSum[Field] | undefined }): TreeSum | undefined {
  let found: Record<string, unknown> | undefined;
  for (const field in sum) {
    const value = sum[field as keyof TreeSum];
    if (value !== undefined) (found ??= {})[field] = value;
  }
  return found;
}

function added(total: string | undefined, part: string | undefined, sign: 1 | -1): string | undefined {
  if (part === undefined) return total;
  const [before, change] = [BigInt(total ?? 0), BigInt(part)];
  return textOf(sign === 1 ? before + change : before - change);
}

const textOf = (integer: bigint): string | undefined => (integer === 0n ? undefined : integer.toString());

/** Each key has one giver, so giving sets it and taking back removes it. */
function exchanged(
  total: Readonly<Record<string, TreeValue>> | undefined,
  part: Readonly<Record<string, TreeValue>> | undefined,
  sign: 1 | -1,
): Record<string, TreeValue> | undefined {
  if (!part) return total;
  const given = Object.keys(part);
  const others = Object.entries(total ?? {}).filter(([key]) => !given.includes(key));
  const result = Object.fromEntries(sign === 1 ? [...others, ...Object.entries(part)] : others);
  return Object.keys(result).length === 0 ? undefined : result;
}
