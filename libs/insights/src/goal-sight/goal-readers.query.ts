import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Capacity, GOAL_READING_POLICY, LINE, type Role, ROLES, type Sight, sightIn } from '@pm/access';
import { Answers } from '@pm/eventing';
import { type Instant, type PersonId, type StandingReader, standingReaders, unknown } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { type AsOf, TreeReader } from '../goal-tree/tree-reader.js';
import { recordOf } from './closed-goals.js';
import { GoalSights } from './goal-sights.js';
import { ownerOf } from './seen-goals.js';

/** Somebody who could read a goal, and as what. */
export interface GoalReader {
  readonly personId: PersonId;
  readonly as: Capacity;
  /** The unit whose HR partner they were. */
  readonly unitId?: string;
  /** Who stood so, where they were that one's deputy. */
  readonly onBehalfOf?: PersonId;
  readonly sight: Sight;
}

/** Who could see what of a goal at a moment, by which policy. */
export interface GoalReaders {
  readonly policy: string;
  readonly lineReadsPrivate: boolean;
  /** The moment that the lines, memberships and HR partners are of. */
  readonly at: Instant;
  /** Those who stood to its owner, from the nearest up; nobody of a unit's goal. */
  readonly people: readonly GoalReader[];
  /** What each role showed by itself. */
  readonly roles: readonly { readonly role: Role; readonly sight: Sight }[];
}

/** Who could see a goal as it was at a moment, under what was in force then. */
export class ReadGoalReaders extends Query<GoalReaders> {
  constructor(
    readonly goalId: string,
    readonly at: AsOf,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadGoalReaders)
export class ReadGoalReadersHandler implements IQueryHandler<ReadGoalReaders> {
  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(GoalSights) private readonly sights: GoalSights,
  ) {}

  /** @throws Rejection 'goal-unknown' */
  async execute({ goalId, at: { asOf, asKnownAt }, freshness }: ReadGoalReaders): Promise<GoalReaders> {
    const goal = (await this.reader.documents({ asOf, asKnownAt }, freshness)).get(goalId)?.own;
    if (!goal?.about) throw unknown('goal-unknown', 'There was no such goal at that time.');
    const { settings } = this.sights;
    const sight = (capacity: Capacity) => sightIn(capacity, recordOf(goal), settings);
    const at = asOf ?? asKnownAt ?? this.answers.now();
    const owner = ownerOf(goal);
    const asked = { personId: owner!, at, knownAt: asKnownAt };
    const standing = owner ? await this.answers.asking().ask(standingReaders, asked) : [];
    const readerOf = ({ as, ...reader }: StandingReader): GoalReader => {
      const capacity = as === 'hr-partner' ? 'their hr-partner' : LINE[as];
      return { ...reader, as: capacity, sight: sight(capacity) };
    };
    return {
      policy: GOAL_READING_POLICY,
      ...settings,
      at,
      people: standing.map(readerOf),
      roles: ROLES.map((role) => ({ role, sight: sight(role) })),
    };
  }
}
