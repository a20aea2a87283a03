import { catalogue } from '@pm/assembly';
import { type CommandContext, Decisions, ManualClock, newId, opened, Recorder, verify } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import type { ActorId, Decide, GoalId, Instant } from '@pm/kernel';
import type { GoalEvent } from '@pm/planning/events';
import { acceptGoal, proposeGoal } from '../../libs/planning/src/goals/agree-goal.decide.js';
import { decideChange, requestChange } from '../../libs/planning/src/goals/change-goal.decide.js';
import { draftGoal } from '../../libs/planning/src/goals/draft-goal.decide.js';
import { type Goal, goals } from '../../libs/planning/src/goals/goal.state.js';
import { activateGoal, completeGoal } from '../../libs/planning/src/goals/run-goal.decide.js';
import {
  ada,
  bolder,
  goalId,
  manager,
  now,
  owner,
  terms,
  thawed,
  under,
} from '../../libs/planning/src/testing/goals.examples.js';

/** Goals in a log of their own for each spec, by decisions as commands make them. */
export function loggedGoals() {
  let store: MemoryEventStore;
  let keys: MemoryKeys;
  let decisions: Decisions;
  beforeEach(() => {
    store = new MemoryEventStore();
    keys = new MemoryKeys();
    decisions = new Decisions(store, new Recorder(catalogue, keys), keys, new ManualClock(now));
  });

  const as = (actor: string, reason?: string): CommandContext => ({
    actor: actor as ActorId,
    commandId: newId(),
    repeatable: false,
    correlationId: 'correlation',
    reason,
  });
  const make = <Facts extends object>(
    by: CommandContext,
    rule: Decide<Facts, Goal, GoalEvent>,
    facts: Facts,
    goal: GoalId = goalId,
  ) =>
    decisions.make({
      fold: goals,
      id: goal,
      by,
      input: {},
      decide: async (state) => rule({ ...facts, goalId: goal, reason: by.reason }, state),
    });
  const asked = (reason: string, from: Instant = now) => ({
    goalId,
    standing: manager,
    reason,
    from,
    ...thawed,
  });
  const stored = (goal: GoalId = goalId) => store.readStream(`goal-${goal}`);
  /** What the log says of a goal, opened for those who may read it. */
  const logged = async (goal: GoalId = goalId) =>
    opened(
      keys,
      (await stored(goal)).map(({ type, data, metadata }) => ({
        type: type.split('.').at(-1),
        data,
        metadata,
      })),
    );
  const state = (goal: GoalId = goalId) => decisions.state(goals, goal);

  /** Ada's goal, active: drafted by her and accepted by her manager Max. */
  const activeGoal = async (goal: GoalId = goalId, parents = [under('streets')]) => {
    const draft = { goalId: goal, kind: 'objective', owner: ada, terms: terms(), parents, standing: owner };
    await make(as('ada'), draftGoal, draft, goal);
    await make(as('ada'), proposeGoal, { goalId: goal, standing: owner }, goal);
    await make(as('max'), acceptGoal, { goalId: goal, standing: manager, termsRevision: 1 }, goal);
    await make(as('ada'), activateGoal, { ...asked(''), goalId: goal, standing: owner }, goal);
  };
  const complete = (note: string) =>
    make(as('ada'), completeGoal, { ...asked(''), standing: owner, result: 'missed' as const, note });
  const revise = async (by: string, reason: string, next = bolder) => {
    const { lastRevision } = await state();
    await make(as(by, reason), requestChange, { ...asked(reason), standing: owner, terms: next });
    await make(as('max', reason), decideChange, { ...asked(reason), approve: true });
    return lastRevision + 1;
  };

  return {
    as,
    make,
    asked,
    logged,
    stored,
    state,
    activeGoal,
    complete,
    revise,
    verified: () => verify(store),
    /** Destroys the key of a person. */
    forget: (personId: string) => keys.destroy(personId),
  };
}
