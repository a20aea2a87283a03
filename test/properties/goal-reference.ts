import type { AsOf } from '@pm/insights';
import type { Measure, RollUpMode } from '@pm/kernel';
import type { GoalLink } from '@pm/planning/events';
import { NOW, type Step } from './goal-history.js';
import {
  addedUp,
  type Fraction,
  ownProgress,
  type Part,
  rounded,
  text,
  weightOf,
} from './reference-arithmetic.js';

/** What a goal is at a moment, by the rules alone. */
export interface Known {
  readonly shown: boolean;
  readonly phase?: string;
  readonly parents: readonly (GoalLink & { readonly cut?: true })[];
  /** As the data tell it. */
  readonly computed?: string;
  readonly coverage?: string;
  /** Somebody's word, while it holds. */
  readonly said?: string;
}

interface Said<Value> {
  readonly at: string;
  readonly place: number;
  readonly value: Value;
}
interface Past {
  exists: boolean;
  readonly phases: Said<string>[];
  readonly terms: Said<{ readonly measure?: Measure }>[];
  readonly parents: Said<Known['parents']>[];
  readonly modes: Said<RollUpMode>[];
  readonly overrides: Said<{ readonly progress: string; readonly until: string } | null>[];
}

const PHASE_AFTER: Readonly<Record<string, string>> = {
  GoalImported: 'active',
  GoalDrafted: 'draft',
  GoalProposed: 'proposed',
  GoalAgreed: 'agreed',
  GoalWithdrawn: 'draft',
  GoalActivated: 'active',
  GoalResumed: 'active',
  GoalReopened: 'active',
  GoalPaused: 'paused',
  GoalPostponed: 'postponed',
  GoalCompleted: 'completed',
  GoalCancelled: 'cancelled',
  GoalDiscarded: 'discarded',
};
/** Rule 9: what was never agreed, or is cancelled or postponed, is in no average; what is archived stays as it was. */
const LEFT_OUT = ['draft', 'proposed', 'cancelled', 'postponed', 'discarded'];

/**
 * The tree at a moment, as slowly and plainly as possible: replays what was known, takes of it what was true, and works
 * out every goal by recursion (rules 1 to 3, 8 to 11 and 20).
 */
export function goalsAt(steps: readonly Step[], { asOf, asKnownAt }: AsOf): Map<string, Known> {
  const log = new Log();
  prefixKnown(steps, asKnownAt).forEach((step, place) => log.replay(step, place));
  const tree = new Tree(log, asOf, (asOf ?? NOW).slice(0, 10));
  return new Map(
    [...log.goals].flatMap(([id, { exists }]) => (exists ? [[id, tree.known(id)] as const] : [])),
  );
}

/** What was true at a moment, of all that a log says. */
class Tree {
  constructor(
    private readonly log: Log,
    private readonly asOf: string | undefined,
    private readonly today: string,
  ) {}

  known(id: string): Known {
    const { phases, terms, parents, overrides } = this.log.goals.get(id)!;
    const override = this.true(overrides)?.value;
    const phase = this.true(phases)?.value;
    const { progress, coverage } = this.rolled(id);
    return {
      shown: phase !== undefined && this.true(terms) !== undefined,
      phase,
      parents: this.true(parents)?.value ?? [],
      computed: text(progress),
      coverage: text(coverage),
      said: override && override.until >= this.today ? override.progress : undefined,
    };
  }

  private true<Value>(said: readonly Said<Value>[]): Said<Value> | undefined {
    return latest(said.filter((each) => this.isTrue(each)));
  }

  private isTrue({ at }: Said<unknown>): boolean {
    return this.asOf === undefined || at <= this.asOf;
  }

  private rolled(id: string): { progress?: bigint; coverage?: bigint } {
    const children = this.children(id);
    if (children.length === 0) {
      const fraction = this.own(id);
      return fraction ? { progress: rounded(fraction) } : {};
    }
    const mode = this.true(this.log.goals.get(id)!.modes)?.value ?? 'weighted';
    return addedUp(children, mode);
  }

  /** What counts towards a goal, with how much it weighs. */
  private children(id: string): Part[] {
    return [...this.log.goals].flatMap(([childId, { parents, phases }]) => {
      const link = this.true(parents)?.value.find(({ parentId, cut }) => parentId === id && !cut);
      if (!link?.contributes || LEFT_OUT.includes(this.true(phases)?.value ?? 'draft')) return [];
      const { weight, share = '1' } = link;
      return [{ weight: weightOf(weight, share), progress: this.rolled(childId).progress }];
    });
  }

  private own(id: string): Fraction | undefined {
    const { terms } = this.log.goals.get(id)!;
    const measure = this.true(terms)?.value.measure;
    const said = measure && this.valueOf(measure.kpiId);
    if (!measure || !said) return undefined;
    return ownProgress({ ...measure, ...this.zonesAt(terms, measure, said.at) }, said.value);
  }

  /** Rule 7: the zones that were in force when the value was true, whatever others came after it. */
  private zonesAt(terms: Past['terms'], { kpiId, direction }: Measure, at: string): Partial<Measure> {
    const ofKpi = ({ value: { measure } }: Past['terms'][number]) =>
      measure?.kpiId === kpiId && measure.direction === 'ordinal';
    const inForce = latest(terms.filter((said) => said.at <= at && ofKpi(said) && this.isTrue(said)));
    if (direction !== 'ordinal' || !inForce) return {};
    const { commit, target, stretch } = inForce.value.measure!;
    return { commit, target, stretch };
  }

  /** Of all periods and sources the latest value that was not retracted. */
  private valueOf(kpiId: string): Said<string> | undefined {
    const standing = [...(this.log.values.get(kpiId)?.values() ?? [])].flatMap(
      (said) => this.true(said) ?? [],
    );
    return latest(standing.filter((said): said is Said<string> => said.value !== null));
  }
}

/** Everything that was said, by what it was said of. */
class Log {
  readonly goals = new Map<string, Past>();
  readonly values = new Map<string, Map<string, Said<string | null>[]>>();

  replay({ event, recordedAt }: Step, place: number): void {
    const said = { at: event.effectiveAt ?? recordedAt, place };
    if ('period' in event.data) this.measured(event.data, said);
    else this.planned(event.type, event.data as PlanData, said);
  }

  private measured(data: object, said: { at: string; place: number }): void {
    const { kpiId, period, source, value = null } = data as Record<string, string>;
    const ofKpi = this.values.get(kpiId!) ?? new Map<string, Said<string | null>[]>();
    this.values.set(kpiId!, ofKpi);
    const key = `${period} ${source}`;
    ofKpi.set(key, [...(ofKpi.get(key) ?? []), { ...said, value }]);
  }

  private planned(type: string, data: PlanData, { at, place }: { at: string; place: number }): void {
    const past = this.goals.get(data.goalId) ?? {
      exists: false,
      phases: [],
      terms: [],
      parents: [],
      modes: [],
      overrides: [],
    };
    this.goals.set(data.goalId, past);
    // An import says what was so all along.
    const said = { at: type === 'GoalImported' ? '' : at, place };
    past.exists ||= type === 'GoalImported' || type === 'GoalDrafted';
    const phase = PHASE_AFTER[type];
    if (phase) past.phases.push({ ...said, value: phase });
    if (data.title !== undefined) past.terms.push({ ...said, value: { measure: data.measure } });
    if (data.parents) this.place(data.goalId, { ...said, value: data.parents });
    steer(past, type, data, said);
  }

  /** Rule 12: where a new place is the one that holds, links that close a cycle with those that hold are cut. */
  private place(id: string, said: Said<readonly GoalLink[]>): void {
    const { parents } = this.goals.get(id)!;
    const holds = latest([...parents, said]) === said;
    const cut = ({ parentId }: GoalLink) => holds && this.leads(parentId, id);
    parents.push({ ...said, value: said.value.map((link) => (cut(link) ? { ...link, cut: true } : link)) });
  }

  private leads(from: string, to: string, seen = new Set<string>()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    const holding = latest(this.goals.get(from)?.parents ?? [])?.value ?? [];
    return holding.some(({ parentId, cut }) => !cut && this.leads(parentId, to, seen));
  }
}

/** Rule 10. */
function steer(
  { modes, overrides }: Past,
  type: string,
  data: PlanData,
  at: Omit<Said<never>, 'value'>,
): void {
  const { mode, progress, until } = data;
  if (mode) modes.push({ ...at, value: mode });
  if (progress && until) overrides.push({ ...at, value: { progress, until } });
  if (type === 'GoalOverrideEnded') overrides.push({ ...at, value: null });
}

interface PlanData {
  readonly goalId: string;
  readonly title?: string;
  readonly measure?: Measure;
  readonly parents?: readonly GoalLink[];
  readonly mode?: RollUpMode;
  readonly progress?: string;
  readonly until?: string;
}

/** All that was in the log when its clock had not yet shown a later time: it steps back, what is known does not. */
function prefixKnown(steps: readonly Step[], asKnownAt: string | undefined): readonly Step[] {
  if (asKnownAt === undefined) return steps;
  const later = steps.findIndex(({ recordedAt }) => recordedAt > asKnownAt);
  return later < 0 ? steps : steps.slice(0, later);
}

/** Rule 20: by when it was true, then by its place in the log. */
function latest<Value>(said: readonly Said<Value>[]): Said<Value> | undefined {
  return said.toSorted((a, b) => (a.at === b.at ? a.place - b.place : a.at < b.at ? -1 : 1)).at(-1);
}
