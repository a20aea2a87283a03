import {
  DEFAULT_STATUS_POLICY,
  type DecimalText,
  exactly,
  type Facet,
  isMet,
  isOnTarget,
  type LocalDate,
  type Measure,
  type PersonalText,
  type Ratio,
  ratioOf,
  ratioText,
  type RollUpMode,
  type Status,
  type Target,
  thresholdsOf,
  type Zone,
  zoneOf,
} from '@pm/kernel';
import type { KpiDefinition } from '@pm/measurement/events';
import type { GoalOwner, GoalResult, GoalTerms, Party } from '@pm/planning/events';
import type { StoredDocument } from '@pm/projections';
import type { Day } from './day.js';
import {
  type GoalNode,
  latestOf,
  measureAt,
  type Override,
  type ShownPhase,
  type TreeDocument,
  type TreeLink,
  type TreeSum,
  valueOfKpi,
} from './goal-documents.state.js';
import { goalProgress, type GoalProgress } from './goal-sums.state.js';

export type TreeStored = StoredDocument<TreeDocument, TreeSum>;

/** A goal's own measure, with the value that it is at. */
export interface ShownMeasure extends Measure {
  readonly value?: DecimalText;
  readonly period?: string;
  readonly measuredAt?: string;
  /** Exactly on the target counts. */
  readonly met?: boolean;
  /** Of an ordinal scale, by the thresholds in force when the value was true. */
  readonly zone?: Zone;
}

/** What a tree shows of every goal, at a moment. Shares are decimals as text: 1 is all. */
export interface GoalSummary {
  readonly goalId: string;
  readonly title: PersonalText;
  readonly owner: GoalOwner;
  readonly phase: ShownPhase;
  readonly parents: readonly TreeLink[];
  /** How what contributes to it makes its progress. */
  readonly rollUp: RollUpMode;
  /** Raw: below 0 it regressed, above 1 it over-achieved. */
  readonly progress?: DecimalText;
  /** What tells it: what contributes, its own measure, or somebody who overrode both. */
  readonly progressFrom: GoalProgress['from'] | 'manual';
  /** By which the data make progress, and in which version; absent where there are none. */
  readonly rule?: string;
  /** Until when somebody's word holds, and what the data say meanwhile: that is what goes up. */
  readonly override?: { readonly until: LocalDate; readonly computed?: DecimalText };
  /** How much of the weight below it is known. */
  readonly coverage?: DecimalText;
  /** Share of its time gone by. */
  readonly expected?: DecimalText;
  /** Absent where it is withheld. */
  readonly status?: Status;
  /** By which the status was computed, and in which version. */
  readonly policy: string;
  /** Why there is no progress: that is not the same as none. */
  readonly reason?: GoalProgress['reason'];
  /** Over, and out of the lists. */
  readonly archived: boolean;
  /** Its figures are withheld: they would tell the reader those of too few others (rule 18). */
  readonly suppressed?: true;
}

/** A goal with its terms and how it came out. */
export interface GoalRow extends GoalSummary {
  readonly number?: string;
  readonly kind: string;
  /** As another system had it: nobody is said to have agreed to it here. */
  readonly imported: boolean;
  readonly termsRevision: number;
  readonly start?: LocalDate;
  readonly end?: LocalDate;
  readonly measure?: ShownMeasure;
  /** Other terms that somebody asked for. */
  readonly requested?: GoalTerms & { readonly by: Party; readonly termsRevision: number };
  readonly result?: {
    readonly result: GoalResult;
    readonly finalValue?: DecimalText;
    /** Whether the manager's side has seen it. */
    readonly acknowledged: boolean;
  };
}

const POLICY = `${DEFAULT_STATUS_POLICY.id} ${DEFAULT_STATUS_POLICY.version}`;

/** @returns undefined for a document that is no goal, or not yet one */
export function goalSummary({ id, own, sum }: TreeStored, day: Day): GoalSummary | undefined {
  if (!own || !isGoal(own)) return undefined;
  const terms = own.terms.value!;
  const { progress: computed, coverage, reason, from, rule } = goalProgress(own, sum);
  const override = inForce(own.override, day);
  const progress = override ? ratioOf(override.progress) : computed;
  const elapsed = day.elapsed(terms);
  return {
    goalId: id,
    title: terms.title,
    owner: valueOf(own.owner, {}),
    phase: own.phase.value!,
    parents: valueOf(own.parents, []),
    rollUp: valueOf(own.rollUp, 'weighted'),
    progress: textOf(progress),
    progressFrom: override ? 'manual' : from,
    rule,
    override: override && { until: override.until, computed: textOf(computed) },
    coverage: textOf(coverage),
    expected: elapsed.text,
    status: progress === undefined ? 'no-data' : elapsed.status(progress),
    policy: POLICY,
    reason,
    archived: valueOf<boolean>(own.archived, false),
  };
}

/** Whether a document is a goal, and was one by then: it has terms from its first moment on. */
function isGoal(own: TreeDocument): own is TreeDocument & Required<Pick<GoalNode, 'terms' | 'phase'>> {
  return own.about !== undefined && own.terms !== undefined && own.phase !== undefined;
}

/** As {@link goalSummary}, with all the rest. */
export function goalRow(document: TreeStored, day: Day): GoalRow | undefined {
  const summary = goalSummary(document, day);
  if (!summary) return undefined;
  const own = document.own!;
  const { number, kind, imported } = own.about!.value!;
  const { start, end, measure, termsRevision } = own.terms!.value!;
  return {
    ...summary,
    number,
    kind,
    imported,
    termsRevision,
    start,
    end,
    measure: measure && shownMeasure(own, measure, document.sum),
    requested: valueOf(own.requested),
    result: shownResult(own),
  };
}

function shownResult({ result, acknowledged }: GoalNode): GoalRow['result'] {
  return result?.value ? { ...result.value, acknowledged: acknowledged?.value === true } : undefined;
}

/** What a side says; the fallback where nothing was said or it was taken back. */
function valueOf<Value>(facet: Facet<Value> | undefined): Value | undefined;
function valueOf<Value>(facet: Facet<Value> | undefined, fallback: Value): Value;
function valueOf<Value>(facet: Facet<Value> | undefined, fallback?: Value): Value | undefined {
  return facet?.value ?? fallback;
}

/** Views have no clock: whether an override still holds is seen as it is read. */
const inForce = (override: GoalNode['override'], { date }: Day): Override | undefined =>
  override?.value && override.value.until >= date ? override.value : undefined;

const textOf = (ratio: Ratio | undefined): DecimalText | undefined =>
  ratio === undefined ? undefined : ratioText(ratio);

function shownMeasure(own: TreeDocument, measure: Measure, sum: TreeSum | undefined): ShownMeasure {
  const latest = valueOfKpi(sum, measure.kpiId);
  if (!latest) return measure;
  const { value, period, at: measuredAt } = latest;
  const inForce = measureAt(own, measure, measuredAt);
  const [thresholds, met] = [thresholdsOf(inForce), isMet(inForce, exactly(value))];
  const zone = thresholds && zoneOf(thresholds, exactly(value));
  return { ...measure, value, period, measuredAt, met, zone };
}

/** A KPI that tells of a goal without counting towards it, at a moment. */
export interface IndicatorRow extends Pick<KpiDefinition, 'name' | 'unitId' | 'direction'> {
  readonly kpiId: string;
  readonly number?: string;
  readonly goalId: string;
  readonly value?: DecimalText;
  readonly period?: string;
  /** Of the value's period. */
  readonly target?: DecimalText;
  /** Where the target is a range: its upper bound. */
  readonly upper?: DecimalText;
  /** Without a target it is not healthy but without a target (rule 13). */
  readonly status: 'on-target' | 'off-target' | 'no-target' | 'no-data';
}

/** @returns undefined for a document that is no KPI of a goal */
export function indicatorRow({ id, own, sum }: TreeStored): IndicatorRow | undefined {
  const definition = own?.kpi?.value;
  if (!own || !definition?.goalId) return undefined;
  const { name, unitId, direction, goalId } = definition;
  const number = valueOf(own.number);
  return { kpiId: id, number, name, unitId, direction, goalId, ...shownValue(own, sum, direction) };
}

function shownValue(own: TreeDocument, sum: TreeSum | undefined, direction: KpiDefinition['direction']) {
  const latest = latestOf(sum?.slices);
  if (!latest) return { status: 'no-data' } as const;
  const { value, period } = latest;
  const target = valueOf(own[`target ${period}`]);
  const status = indicatorStatus(direction, value, target);
  return { value, period, target: target?.value, upper: target?.upper, status };
}

function indicatorStatus(
  direction: KpiDefinition['direction'],
  value: DecimalText,
  target: Target | undefined,
): IndicatorRow['status'] {
  if (target === undefined) return 'no-target';
  return isOnTarget(direction, exactly(value), target) ? 'on-target' : 'off-target';
}
