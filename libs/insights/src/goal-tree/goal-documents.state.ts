import type {
  DecimalText,
  Facet,
  Instant,
  KpiId,
  LocalDate,
  Measure,
  Period,
  RollUpMode,
  Target,
  Thresholds,
  Visibility,
} from '@pm/kernel';
import type { KpiDefinition } from '@pm/measurement/events';
import type { Weights, WrittenWeights } from './weights.state.js';
import type { GoalLink, GoalOwner, GoalResult, GoalTerms, Party } from '@pm/planning/events';

/** Where a goal is in its life, as a tree shows it. */
export type ShownPhase =
  | 'draft'
  | 'proposed'
  | 'agreed'
  | 'active'
  | 'paused'
  | 'postponed'
  | 'completed'
  | 'cancelled'
  | 'discarded';

/** A link as it stands in the tree: cut where it would close a cycle. */
export type TreeLink = GoalLink & { readonly cut?: true };

/** How far a goal is said to be, whatever the data say. */
export interface Override {
  readonly progress: DecimalText;
  readonly until: LocalDate;
}

/** A goal, every side dated. */
export interface GoalNode {
  readonly about?: Facet<{ readonly number?: string; readonly kind: string; readonly imported: boolean }>;
  readonly owner?: Facet<GoalOwner>;
  readonly terms?: Facet<GoalTerms & { readonly termsRevision: number }>;
  readonly phase?: Facet<ShownPhase>;
  readonly parents?: Facet<readonly TreeLink[]>;
  /** Who accepted the terms last, and which. */
  readonly accepted?: Facet<{ readonly by: Party; readonly termsRevision: number }>;
  /** Other terms that somebody asked for, until they are approved or rejected. */
  readonly requested?: Facet<GoalTerms & { readonly by: Party; readonly termsRevision: number }>;
  readonly result?: Facet<{ readonly result: GoalResult; readonly finalValue?: DecimalText }>;
  /** That the manager's side has seen the result. */
  readonly acknowledged?: Facet<true>;
  /** Out of the lists; its phase stays as it ended, and so does what it counts. */
  readonly archived?: Facet<true>;
  /** The weighted mean where nobody said otherwise. */
  readonly rollUp?: Facet<RollUpMode>;
  /** How far somebody said it is, up to and including a day. */
  readonly override?: Facet<Override>;
  /** Who may read it while it is a person's; everybody where nobody said otherwise. */
  readonly visibility?: Facet<Visibility>;
  /** Every version of the zones of its measure, by when it came into force. */
  readonly [side: `zones ${string}`]: Facet<Thresholds & { readonly kpiId: KpiId }> | undefined;
}

/** A KPI that tells of goals: what it is, its targets as `target <period>`, the goals it measures as `goal <id>`. */
export interface KpiNode {
  /** Its own id, from whatever was heard of it first. */
  readonly self?: Facet<string>;
  readonly kpi?: Facet<KpiDefinition>;
  readonly number?: Facet<string>;
  readonly [side: `target ${string}`]: Facet<Target> | undefined;
  readonly [side: `goal ${string}`]: Facet<true> | undefined;
}

/** A value, and its place in its stream: of two of the same time the later recorded stands (rule 20). */
export interface TreeValue {
  readonly value: DecimalText;
  readonly period: Period;
  readonly at: Instant;
  readonly revision: number;
}

/** Values of one slice of a KPI's time, as `value <period> <source>`. */
export interface ValuesNode {
  /** The KPI that they are of. */
  readonly of?: Facet<string>;
  readonly slice?: Facet<string>;
  readonly [side: `value ${string}`]: Facet<TreeValue> | undefined;
}

/** What a document is of; only of the tree as it is now. */
export type NodeKind = 'goal' | 'kpi' | 'values';

export type TreeDocument = GoalNode & KpiNode & ValuesNode & { readonly node?: NodeKind };

/** Every document of values says first whose they are, and every KPI that it is one. */
export const nodeOf = ({ of, self }: TreeDocument): NodeKind => (of ? 'values' : self ? 'kpi' : 'goal');

/** The latest value of a slice of a KPI's time, or of a KPI. */
export interface Latest {
  readonly of: string;
  readonly value: TreeValue;
}

/** What lies below a document, added up. */
export interface TreeSum {
  /** A KPI's latest value of each slice of time, in the order of slices. */
  readonly slices?: readonly Latest[];
  /** A goal's latest value of each KPI that measures it, in the order of their ids. */
  readonly measured?: readonly Latest[];
  /** A goal's contributing children; absent where it has none. */
  readonly weights?: Weights | WrittenWeights;
}

type SideWord = 'target' | 'goal' | 'value' | 'zones';

/** The facets whose name starts with a word, and are not taken back. */
export function sides<Value>(doc: TreeDocument, word: SideWord): (readonly [string, Value])[] {
  const found: (readonly [string, Value])[] = [];
  eachSide<Value>(doc, word, (side, value) => found.push([side.slice(word.length + 1), value]));
  return found;
}

/** As {@link sides}, one after the other, by their whole names. */
export function eachSide<Value>(
  doc: TreeDocument,
  word: SideWord,
  take: (side: string, value: Value) => void,
): void {
  for (const side in doc) {
    if (!side.startsWith(word) || side[word.length] !== ' ') continue;
    const { value } = doc[side as keyof TreeDocument] as Facet<Value>;
    if (value !== null) take(side, value);
  }
}

/**
 * Rule 7: a measure with the zones that were in force when a value was true, which later ones do not change; with its own
 * where none were yet.
 */
export function measureAt(doc: TreeDocument, measure: Measure, at: Instant): Measure {
  const inForce = zonesAt(doc, measure, at);
  return inForce ? { ...measure, ...inForce[1] } : measure;
}

/** The zones of an ordinal scale that were in force when a value was true, and since when. */
export function zonesAt(
  doc: TreeDocument,
  measure: Measure,
  at: Instant,
): readonly [from: string, Thresholds] | undefined {
  if (measure.direction !== 'ordinal') return undefined;
  return sides<Thresholds & { kpiId: KpiId }>(doc, 'zones')
    .filter(([from, { kpiId }]) => from <= at && kpiId === measure.kpiId)
    .reduce<readonly [string, Thresholds] | undefined>((a, b) => (a && a[0] > b[0] ? a : b), undefined);
}

/**
 * The later of two values: by when it was true, then by when it was recorded. Values of different slices are in streams
 * of their own: where nothing else tells them apart the name of the period does, so that their order does not matter.
 */
export function later(a: TreeValue | undefined, b: TreeValue): TreeValue {
  if (!a || a.at < b.at) return b;
  if (a.at !== b.at) return a;
  if (a.revision !== b.revision) return a.revision < b.revision ? b : a;
  return a.period < b.period ? b : a;
}

export function latestOf(values: readonly Latest[] = []): TreeValue | undefined {
  let latest: TreeValue | undefined;
  for (const { value } of values) latest = later(latest, value);
  return latest;
}

/** A goal's value of the KPI that measures it. */
export const valueOfKpi = (sum: TreeSum | undefined, kpiId: KpiId): TreeValue | undefined =>
  sum?.measured?.find(({ of }) => of === kpiId)?.value;

/** Each is given by one document alone: it takes the place of what that gave before. */
export function exchangedLatest(
  total: readonly Latest[] | undefined,
  part: readonly Latest[] | undefined,
  sign: 1 | -1,
): readonly Latest[] | undefined {
  if (!part) return total;
  const others = (total ?? []).filter(({ of }) => !part.some((given) => given.of === of));
  const all = sign === 1 ? [...others, ...part].sort((a, b) => (a.of < b.of ? -1 : 1)) : others;
  return all.length === 0 ? undefined : all;
}
