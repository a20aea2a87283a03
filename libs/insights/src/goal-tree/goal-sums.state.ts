import {
  clamped,
  dividedHalfEven,
  exactly,
  type Facet,
  FULL,
  type Measure,
  progressOf,
  quotient,
  type Ratio,
  ratioOf,
  remembered,
  rememberedOfText,
  type RollUpMode,
  type Rollup,
} from '@pm/kernel';
import {
  eachSide,
  exchangedLatest,
  later,
  latestOf,
  measureAt,
  sides,
  type ShownPhase,
  type TreeDocument,
  type TreeLink,
  type TreeSum,
  type TreeValue,
  valueOfKpi,
} from './goal-documents.state.js';
import { Weights } from './weights.state.js';

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
  /** What tells it, and by which rule in which version (rule 16). */
  readonly from: 'children' | 'measure';
  readonly rule?: string;
  /** Why there is no progress. */
  readonly reason?: 'no-weight' | 'nothing-known' | 'no-baseline' | 'no-value' | 'no-measure';
}

/**
 * Rules 8 and 10: over contributing children with known progress, as the goal says; without children by its own measure,
 * else undefined. What somebody said instead is not in it: an override is one person's word on one goal for a time, and no
 * evidence for the goals above, which go by what was worked out.
 */
export function goalProgress(doc: TreeDocument, sum: TreeSum | undefined): GoalProgress {
  if (sum?.weights) return rolledProgress(doc.rollUp?.value ?? 'weighted', Weights.of(sum.weights));
  const measure = doc.terms?.value?.measure;
  return measure ? measuredProgress(doc, measure, sum) : { from: 'measure', reason: 'no-measure' };
}

const measureRule = rememberedOfText((direction: Measure['direction']) => `measure ${direction} 1`);
const rollUpRule = rememberedOfText((mode: RollUpMode) => `roll-up ${mode} 1`);

function measuredProgress(doc: TreeDocument, measure: Measure, sum: TreeSum | undefined): GoalProgress {
  const from = 'measure';
  const rule = measureRule(measure.direction);
  const measured = valueOfKpi(sum, measure.kpiId);
  if (!measured) return { from, rule, reason: 'no-value' };
  const progress = progressOf(measureAt(doc, measure, measured.at), exactly(measured.value));
  if (progress === undefined) return { from, rule, measured, reason: 'no-baseline' };
  return { from, rule, measured, progress };
}

function rolledProgress(mode: RollUpMode, weights: Weights): GoalProgress {
  const from = 'children';
  const rule = rollUpRule(mode);
  const { all, known } = weights;
  if (all === 0n) return { from, rule, reason: 'no-weight' };
  const coverage = known === all ? FULL : quotient(known, all);
  if (known === 0n) return { from, rule, coverage, reason: 'nothing-known' };
  return { from, rule, coverage, progress: rolled(mode, weights) };
}

/** Of a sum, a weight is what a goal brings of the whole when it is reached; the least and the most take no weight. */
function rolled(mode: RollUpMode, weights: Weights): Ratio {
  switch (mode) {
    case 'weighted':
    case 'worst-status':
      return dividedHalfEven(weights.weighted, weights.known);
    case 'sum':
      return dividedHalfEven(weights.weighted, FULL * FULL);
    case 'min':
      return weights.spread.least()!;
    case 'max':
      return weights.spread.most()!;
  }
}

/** What a link weighs, in 10^-24. */
export function weightOf({ weight, share }: TreeLink): bigint {
  return ratioOf(weight) * (share === undefined ? FULL : ratioOf(share));
}

/** The goals that links lead to, but for those that are cut. The same links give the same array. */
export const parentsIn = remembered((links: readonly TreeLink[]): readonly string[] =>
  links.flatMap(({ parentId, cut }) => (cut ? [] : parentId)),
);

const only = remembered(({ value }: Facet<string>): readonly string[] => [value!]);

/** Values go up to their KPI, KPIs to the goals they measure, goals to their parents. */
export const goalRollup: Rollup<TreeDocument, TreeSum> = {
  above: (doc) => {
    if (doc.of?.value) return only(doc.of);
    if (doc.parents?.value) return parentsIn(doc.parents.value);
    return doc.about ? [] : sides<true>(doc, 'goal').map(([goalId]) => goalId);
  },
  placedBy: 'parents',
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
  together,
};

function partOfSlice(doc: TreeDocument): TreeSum | undefined {
  let latest: TreeValue | undefined;
  eachSide<TreeValue>(doc, 'value', (_, value) => (latest = later(latest, value)));
  return latest && { slices: [{ of: doc.slice!.value!, value: latest }] };
}

function partOfKpi({ self }: TreeDocument, sum: TreeSum | undefined): TreeSum | undefined {
  const latest = latestOf(sum?.slices);
  return latest && { measured: [{ of: self!.value!, value: latest }] };
}

/** The goals whose progress a goal counts towards. */
export function contributesTo({ phase, parents }: TreeDocument): readonly string[] {
  if (!phase?.value || !COUNTS.includes(phase.value)) return [];
  return parents?.value?.flatMap((link) => (isContributing(link) ? link.parentId : [])) ?? [];
}

const isContributing = ({ contributes, cut }: TreeLink): boolean => contributes && !cut;

function partOfGoal(doc: TreeDocument, sum: TreeSum | undefined, to: string): TreeSum | undefined {
  const link = doc.parents!.value!.find((each) => each.parentId === to && isContributing(each));
  const phase = doc.phase?.value;
  if (!link || !phase || !COUNTS.includes(phase)) return undefined;
  const { progress } = goalProgress(doc, sum);
  const brings = progress === undefined ? undefined : clamped(progress);
  return { weights: Weights.ofChild(weightOf(link), brings) };
}

/** Whether a goal's own figure, where it is known and weighs anything, is in that of a goal above it. */
export function bringsTo(
  { own, sum }: { readonly own?: TreeDocument; readonly sum?: TreeSum },
  to: string,
): boolean {
  const weights = own?.parents?.value && partOfGoal(own, sum, to)?.weights;
  return weights ? Weights.of(weights).known > 0n : false;
}

function add(total: TreeSum | undefined, part: TreeSum, sign: 1 | -1): TreeSum | undefined {
  if (!total && sign === 1) return part;
  return defined(
    exchangedLatest(total?.slices, part.slices, sign),
    exchangedLatest(total?.measured, part.measured, sign),
    reweighed(total?.weights, part.weights, sign),
  );
}

/** Parts of children come to one sum; what is of values is of few. */
function together(parts: readonly TreeSum[]): TreeSum | undefined {
  const weights = parts.flatMap((part) => (part.weights ? Weights.of(part.weights) : []));
  if (weights.length === parts.length) return { weights: Weights.together(weights) };
  return parts.reduce<TreeSum | undefined>((sum, part) => add(sum, part, 1), undefined);
}

/** Nothing is written for zero, so that equal sums are equal documents. */
function defined(
  slices: TreeSum['slices'],
  measured: TreeSum['measured'],
  weights: TreeSum['weights'],
): TreeSum | undefined {
  if (!slices && !measured) return weights && { weights };
  return { ...(slices && { slices }), ...(measured && { measured }), ...(weights && { weights }) };
}

function reweighed(total: TreeSum['weights'], part: TreeSum['weights'], sign: 1 | -1): Weights | undefined {
  if (!part) return total && Weights.of(total);
  if (!total) return Weights.of(part);
  return Weights.of(total).plus(Weights.of(part), sign);
}
