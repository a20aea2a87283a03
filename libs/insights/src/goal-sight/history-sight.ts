import { type Reader, type Sight, SIGHTS } from '@pm/access';
import { isDraft } from '@pm/kernel';
import type { KeptEntry } from '@pm/projections';
import type { GoalEffect } from '../goal-tree/goal-effect.js';
import type { TreeStored } from '../goal-tree/goal-row.js';
import type { AsOf, TreeDocuments } from '../goal-tree/tree-reader.js';
import { Clouds, type Link } from './clouds.js';
import type { GoalSights } from './goal-sights.js';
import { GoalHidden } from './seen-goal.js';
import type { SeenGoals } from './seen-goals.js';

/** What an event stated, and what it did. */
export interface HistoryStep {
  readonly stated: readonly KeptEntry[];
  readonly effects: readonly GoalEffect[];
  /** The documents that it changed, as it left them; without sums, which a long history would hold over and over. */
  readonly left: readonly TreeStored[];
}

interface History {
  /** Before its first step. */
  readonly began: readonly TreeStored[];
  readonly steps: readonly HistoryStep[];
  /** At its end. */
  readonly until: AsOf;
  readonly documents: TreeDocuments;
  /** All that were ever stated in it. */
  readonly links: readonly Link[];
}

/** What of an event a reader is told: how much of the event itself, and what it did. */
interface ToldEffects {
  readonly event: Sight;
  readonly effects: readonly GoalEffect[];
}

/**
 * What a reader sees of a history, by what they see of its goals at its end, and of each as an event left it: what was said
 * while it was closed is not told because it was opened. Events about a hidden goal are not told, and no progress of a goal
 * above it: event by event that would be the hidden one's, however many others count there.
 */
export class HistorySight {
  private readonly clouds: Clouds;

  private constructor(
    private readonly seenGoals: SeenGoals,
    private readonly sightThen: SeenGoals['sightOf'],
    private readonly documents: TreeDocuments,
    { began, links }: Pick<History, 'began' | 'links'>,
  ) {
    const hidden = [...documents.values()].filter(
      (document) => hasCounted(document) && seenGoals.sightOf(document) !== 'full',
    );
    const always = hidden.map(({ id }) => id);
    this.clouds = new Clouds(links, always);
    for (const goal of began) this.cloud(goal);
  }

  static async of(sights: GoalSights, by: Reader, history: History): Promise<HistorySight> {
    const { began, steps, until, documents } = history;
    const left = [...began, ...steps.flatMap((step) => step.left)];
    const sightThen = await sights.ofEvents(by, until, left);
    return new HistorySight(await sights.of(by, until, documents), sightThen, documents, history);
  }

  /**
   * To whoever may not know that there is such a goal its history is as empty as that of none.
   *
   * @throws GoalHidden where a history is asked for of which nothing is to be told
   */
  refuseHidden(goalId: string): void {
    const sight = this.sightOf(goalId);
    if (sight !== 'none' && !isTold(sight)) throw new GoalHidden();
  }

  /** @param step the one after that which was told last */
  told({ stated, effects, left }: HistoryStep): ToldEffects {
    for (const goal of left) this.cloud(goal);
    const goals = new Map(left.map((goal) => [goal.id, goal]));
    const sightOf = ({ goalId }: GoalEffect) =>
      least(this.sightOf(goalId), this.sightThen(goals.get(goalId)!));
    const about = effects.filter(
      ({ goalId, sides }) => sides.length > 0 || this.isMeasuredBy(goalId, stated),
    );
    const sights = (about.length > 0 ? about : effects).map(sightOf);
    const event = sights.includes('full') ? 'full' : (sights.find(isTold) ?? 'none');
    const shown = effects.filter((effect) => isTold(sightOf(effect)));
    return { event, effects: shown.map((effect) => this.unclouded(effect)) };
  }

  private cloud(goal: TreeStored): void {
    this.clouds.set(goal.id, hasCounted(goal) && this.sightThen(goal) !== 'full');
  }

  private unclouded(effect: GoalEffect): GoalEffect {
    return this.clouds.has(effect.goalId) ? { goalId: effect.goalId, sides: effect.sides } : effect;
  }

  private sightOf(goalId: string): Sight {
    const document = this.documents.get(goalId);
    return document ? this.seenGoals.sightOf(document) : 'full';
  }

  private isMeasuredBy(goalId: string, stated: readonly KeptEntry[]): boolean {
    const kpiId = this.documents.get(goalId)?.own?.terms?.value?.measure?.kpiId;
    return kpiId !== undefined && stated.some(({ id }) => id === kpiId || id.startsWith(`${kpiId}.`));
  }
}

/** What is a draft, or was discarded as one, never added anything to what stands above it. */
const hasCounted = ({ own }: TreeStored): boolean =>
  own?.about !== undefined && !isDraft(own.phase?.value ?? 'draft');

const isTold = (sight: Sight): boolean => sight === 'full' || sight === 'meta';

const least = (a: Sight, b: Sight): Sight => (SIGHTS.indexOf(a) > SIGHTS.indexOf(b) ? a : b);
