import { DEFAULT_GOAL_READING } from '@pm/access';
import { Answers, Catalogue, Decisions, ManualClock, newId, NO_STREAM, Recorder } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import { type ActorId, calendarInForce, type Instant } from '@pm/kernel';
import { measurementEvents } from '@pm/measurement/events';
import { planningEvents } from '@pm/planning/events';
import { FreshViews, Projector } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { GoalSights } from '../goal-sight/index.js';
import { goalTree, type TreeEvent } from '../goal-tree/goal-tree.view.js';
import { TreeReader } from '../goal-tree/tree-reader.js';
import { ToldEvents } from '../told-event.js';
import { day } from './goals.examples.js';

const BY = {
  actor: 'ada' as ActorId,
  commandId: 'c',
  correlationId: 'c',
  repeatable: false,
  reason: 'because',
};

/** The fact of place n was recorded on the n-th of December, those from the 31st on all then. */
export const recordedOn = (place: number): Instant =>
  day(`12-${String(Math.min(place + 1, 31)).padStart(2, '0')}`);

/** A log of these facts, each in a stream of its own, and what reads the tree that is made of it on the last day of the year. */
export async function loggedTree(facts: readonly TreeEvent[]) {
  const [events, views, keys] = [new MemoryEventStore(), new MemoryViewStore(), new MemoryKeys()];
  const catalogue = new Catalogue([planningEvents, measurementEvents]);
  const recorder = new Recorder(catalogue, keys);
  for (const [place, fact] of facts.entries()) {
    const recording = { by: BY, recordedAt: recordedOn(place), ids: [newId()] };
    const stored = await recorder.toStored(`test-${place}`, NO_STREAM, [fact], recording);
    await events.append(`test-${place}`, 'none', stored);
  }
  await new Projector(goalTree, { events, views, recorder, catalogue }).catchUp();
  const clock = new ManualClock(day('12-31'));
  const answers = new Answers(new Decisions(events, recorder, keys, clock), clock);
  answers.add({ question: calendarInForce.name, answer: async () => ({ timeZone: 'UTC', fiscalYears: [] }) });
  const reader = new TreeReader(events, new FreshViews(events, views), views);
  const sights = new GoalSights(reader, answers, DEFAULT_GOAL_READING);
  return { views, answers, reader, sights, told: new ToldEvents(events, recorder) };
}
