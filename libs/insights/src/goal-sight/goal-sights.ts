import {
  type GoalReadingSettings,
  OPERATOR,
  type Reader,
  seesEveryGoal,
  seesGoals,
  type Viewer,
} from '@pm/access';
import type { Answers } from '@pm/eventing';
import { type Instant, type PersonId, standingsAt } from '@pm/kernel';
import type { TreeStored } from '../goal-tree/goal-row.js';
import { type AsOf, isNow, type TreeDocuments, type TreeReader } from '../goal-tree/tree-reader.js';
import { closedIn, closedNow, isClosed } from './closed-goals.js';
import {
  EVERYTHING,
  type Looking,
  NOTHING,
  ownerOf,
  seenBy,
  type SeenGoals,
  sightNowAndThen,
} from './seen-goals.js';

/** Ways to look at one state of the tree that are kept. */
const KEPT_MAX = 100;

/**
 * Works out what a reader sees of goals: by their roles, and how they stand to the owners of those that are closed, asked
 * once for all of them. A tree without closed goals costs nothing.
 */
export class GoalSights {
  private readonly seen = new WeakMap<TreeDocuments, Map<string, SeenGoals>>();

  constructor(
    private readonly reader: TreeReader,
    private readonly answers: Answers,
    readonly settings: GoalReadingSettings,
  ) {}

  /** @param shown what is to be shown; the whole tree where absent */
  async of(
    by: Reader,
    at: AsOf,
    documents: TreeDocuments,
    shown?: readonly TreeStored[],
  ): Promise<SeenGoals> {
    if (by === OPERATOR || seesEveryGoal(by.roles)) return EVERYTHING;
    if (!seesGoals(by.roles)) return NOTHING;
    const now = isNow(at) ? documents : await this.reader.documents({});
    const closed = await closedIn(documents, at, this.reader);
    const looked = shown ? closed.within(shown) : closed.all;
    const current = looked.flatMap(({ id }) => now.get(id) ?? []);
    const today = this.answers.now();
    const past = isNow(at) ? undefined : await this.standings(by, looked, momentOf(at, today));
    const standings = { now: await this.standings(by, current, today), past };
    const looking = { viewer: by, settings: this.settings, documents, closed, now, standings };
    return past ? seenBy(looking) : this.kept(looking);
  }

  /**
   * What a reader sees of what was said of goals, by each as an event of the past left it: what was said while it was closed
   * is for those who could read it then, whatever the goal is now.
   *
   * @param at the moment that is read
   * @param left goals as events left them
   */
  async ofEvents(by: Reader, at: AsOf, left: readonly TreeStored[]): Promise<SeenGoals['sightOf']> {
    if (by === OPERATOR || seesEveryGoal(by.roles)) return EVERYTHING.sightOf;
    if (!seesGoals(by.roles)) return NOTHING.sightOf;
    const [closed, now] = [left.filter(isClosed), await this.reader.documents({})];
    const current = closed.flatMap(({ id }) => now.get(id) ?? []);
    const today = this.answers.now();
    const standings = {
      now: await this.standings(by, current, today),
      past: await this.standings(by, closed, momentOf(at, today)),
    };
    const looking = { viewer: by, settings: this.settings, standings };
    return (goal) => (isClosed(goal) ? sightNowAndThen(looking, goal, now.get(goal.id)) : 'full');
  }

  /**
   * Whether not everybody may read a goal that is shown, now or then: whose it is is to be recorded. Asked of each as it is
   * shown, which costs less than to look for all of them.
   */
  async disclosing(at: AsOf): Promise<(goal: TreeStored) => boolean> {
    const now = isNow(at) ? undefined : closedNow(await this.reader.documents({}));
    return (goal) => isClosed(goal) || (now?.has(goal.id) ?? false);
  }

  /** Whoever has the same roles, and stands to the same people alike, sees the same of one state of the tree. */
  private kept(looking: Looking): SeenGoals {
    const { documents, viewer, standings } = looking;
    const key = JSON.stringify([viewer.roles, [...standings.now]]);
    const of = this.seen.get(documents) ?? new Map<string, SeenGoals>();
    const seen = of.get(key) ?? seenBy(looking);
    if (of.size >= KEPT_MAX) of.clear();
    this.seen.set(documents, of.set(key, seen));
    return seen;
  }

  private async standings({ actor }: Viewer, goals: readonly TreeStored[], at: Instant) {
    const people = [...new Set(goals.flatMap(({ own }) => (own && ownerOf(own)) ?? []))];
    if (people.length === 0) return new Map<PersonId, never>();
    return this.answers.asking().ask(standingsAt, { actor, people, at });
  }
}

/** On which of its two times a read is of the past: the earlier one. Nobody reads by what is only planned yet. */
const momentOf = ({ asOf = END, asKnownAt = END }: AsOf, today: Instant): Instant =>
  [asOf, asKnownAt, today].sort()[0]!;

const END = '9999' as Instant;
