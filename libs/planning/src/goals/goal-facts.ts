import type { FactScope } from '@pm/eventing/commands';
import {
  calendarInForce,
  frozenPeriods,
  type GoalId,
  type Instant,
  isLedAt,
  isLocalDate,
  neverValid,
  type Owner,
  parseMoment,
  reject,
  type Rejection,
  relationshipAt,
  startOfDay,
} from '@pm/kernel';
import type { FreezeFacts } from './frozen-goal.decide.js';
import type { GoalLink, GoalOwner } from './goal.events.js';
import type { Standing } from './goal-party.state.js';
import { goals } from './goal.state.js';

/** How whoever asks stands to an owner, now. */
export async function standingTowards(owner: GoalOwner, { ask, by, now }: FactScope): Promise<Standing> {
  const { personId, unitId } = owner;
  const named: Owner | undefined = personId ? { personId } : unitId && { unitId };
  const { actor, onBehalfOf } = by;
  const asked = named && { actor, onBehalfOf, owner: named, at: now };
  const relationship = asked ? await ask(relationshipAt, asked) : 'none';
  const unled = personId !== undefined && !(await ask(isLedAt, { personId, at: now }));
  // A deputy acts in somebody's place, and by nothing else: what their own roles allow they do in their own name.
  return { actor, relationship, roles: (onBehalfOf ? undefined : by.roles) ?? [], unled };
}

/** How whoever asks stands to a goal's owner, now. */
export async function standingIn(goalId: GoalId, scope: FactScope): Promise<Standing> {
  return standingTowards((await scope.read(goals, goalId)).owner, scope);
}

/** @param from a day, from its start on, or a moment; now where absent. What is to come is agreed when it comes. */
export async function effectiveFrom(
  from: string | undefined,
  { ask, now }: FactScope,
): Promise<Instant | Rejection> {
  if (from === undefined) return now;
  const { timeZone } = await ask(calendarInForce, {});
  const at = isLocalDate(from) ? startOfDay(from, timeZone) : parseMoment(from, timeZone);
  // Text order is time order for years of four digits only.
  if (!at || !/^\d{4}-/.test(at))
    return neverValid('from-when', 'Give a day such as 2026-03-03, or a moment with an offset.');
  return at <= now ? at : reject('from-in-future', 'Make the change once it is true.');
}

/** Which days of the organisation are closed. */
export async function freezeFacts({ ask }: Pick<FactScope, 'ask'>): Promise<FreezeFacts> {
  const { timeZone } = await ask(calendarInForce, {});
  return { frozen: await ask(frozenPeriods, {}), timeZone };
}

const GOALS_ABOVE_MAX = 2000;

/** All goals above some links, and the links whose parent does not exist, by the streams as they are now. */
export async function aboveLinks(
  links: readonly GoalLink[],
  { read }: Pick<FactScope, 'read'>,
): Promise<{ above: ReadonlySet<GoalId>; unknownParents: GoalId[] }> {
  const above = new Set<GoalId>();
  const unknownParents: GoalId[] = [];
  const named = new Set(links.map(({ parentId }) => parentId));
  let frontier = [...named];
  while (frontier.length > 0 && above.size < GOALS_ABOVE_MAX) {
    const next: GoalId[] = [];
    for (const goalId of frontier) {
      if (above.has(goalId)) continue;
      above.add(goalId);
      const goal = await read(goals, goalId);
      if (goal.phase === 'none' && named.has(goalId)) unknownParents.push(goalId);
      next.push(...goal.parents.map(({ parentId }) => parentId));
    }
    frontier = next;
  }
  return { above, unknownParents };
}

/** A request about one goal, with what was sent. */
export interface GoalRequest<Input> {
  readonly goalId: GoalId;
  readonly input: Input;
}

/** The stream of the goal that a request is about. */
export const onGoal = <Request extends { readonly goalId: GoalId }>() => ({
  fold: goals,
  id: ({ goalId }: Request) => goalId,
});
