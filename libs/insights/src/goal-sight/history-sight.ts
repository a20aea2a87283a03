import type { Reader, Sight } from '@pm/access';
import { isDraft } from '@pm/kernel';
import type { KeptEntry } from '@pm/projections';
import type { GoalEffect } from '../goal-tree/goal-effect.js';
import type { TreeStored } from '../goal-tree/goal-row.js';
import type { AsOf, TreeDocuments } from '../goal-tree/tree-reader.js';
import type { GoalSights } from './goal-sights.js';
import { GoalHidden } from './seen-goal.js';
import type { SeenGoals } from './seen-goals.js';

/** That something was stated to stand below something else. */
export interface Link {
  readonly id: string;
  readonly to: string;
}

interface History {
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
 * What a reader sees of a history, by what they see of its goals at its end. Events about a hidden goal are not told, and
 * no progress of a goal above it: event by event that would be the hidden one's, however many others count there.
 */
export class HistorySight {
  private readonly clouded: ReadonlySet<string>;

  private constructor(
    private readonly seenGoals: SeenGoals,
    private readonly documents: TreeDocuments,
    links: readonly Link[],
  ) {
    const hidden = [...documents.values()].filter(
      (document) => hasCounted(document) && seenGoals.sightOf(document) !== 'full',
    );
    const above = Map.groupBy(hidden.length > 0 ? links : [], ({ id }) => id);
    const clouded = new Set(hidden.map(({ id }) => id));
    for (const id of clouded) for (const { to } of above.get(id) ?? []) clouded.add(to);
    this.clouded = clouded;
  }

  static async of(
    sights: GoalSights,
    by: Reader,
    { until, documents, links }: History,
  ): Promise<HistorySight> {
    return new HistorySight(await sights.of(by, until, documents), documents, links);
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

  /** @param stated what the event states */
  told(effects: readonly GoalEffect[], stated: readonly KeptEntry[]): ToldEffects {
    const about = effects.filter(
      ({ goalId, sides }) => sides.length > 0 || this.isMeasuredBy(goalId, stated),
    );
    const sights = (about.length > 0 ? about : effects).map(({ goalId }) => this.sightOf(goalId));
    const event = sights.includes('full') ? 'full' : (sights.find(isTold) ?? 'none');
    const shown = effects.filter(({ goalId }) => isTold(this.sightOf(goalId)));
    return { event, effects: shown.map((effect) => this.unclouded(effect)) };
  }

  private unclouded(effect: GoalEffect): GoalEffect {
    return this.clouded.has(effect.goalId) ? { goalId: effect.goalId, sides: effect.sides } : effect;
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
