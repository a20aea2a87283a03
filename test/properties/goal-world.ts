import { Answers, Catalogue, Decisions, hashOf, ManualClock, newId, NO_STREAM, Recorder } from '@pm/eventing';
import type { EventStore, StreamEnd } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import { DEFAULT_GOAL_READING, OPERATOR } from '@pm/access';
import {
  type AsOf,
  type ChangesRequest,
  type GoalChange,
  type GoalRow,
  type GoalFigure,
  ReadGoalChanges,
  ReadGoalChangesHandler,
  ReadGoalFigure,
  ReadGoalFigureHandler,
  ReadGoalTree,
  readable,
  ReadGoalTreeHandler,
  GoalSights,
  ToldEvents,
  TreeReader,
} from '@pm/insights';
import { goalTree } from '@pm/insights/views';
import { type ActorId, type Calendar, calendarInForce } from '@pm/kernel';
import { measurementEvents } from '@pm/measurement/events';
import { planningEvents } from '@pm/planning/events';
import {
  FreshViews,
  type Generation,
  type Pace,
  Projector,
  type StoredDocument,
  type ViewStore,
} from '@pm/projections';
import { IDS, NOW, type Step } from './goal-history.js';

const BY = { actor: 'ada' as ActorId, commandId: 'command', correlationId: 'command', repeatable: false };
const CALENDAR: Calendar = { timeZone: 'UTC', fiscalYears: [] };

export const TREE: Generation = { view: goalTree.name, revision: goalTree.revision, indexes: [] };

/** A log of goals and measurements, and readers of the tree that is made of it. */
export class GoalWorld {
  readonly events: EventStore = new MemoryEventStore();
  private readonly catalogue = new Catalogue([planningEvents, measurementEvents]);
  private readonly keys = new MemoryKeys();
  private readonly recorder = new Recorder(this.catalogue, this.keys);
  private readonly ends = new Map<string, StreamEnd>();
  private readonly readers = new Map<ViewStore, TreeReader>();

  static async of(steps: readonly Step[]): Promise<GoalWorld> {
    const world = new GoalWorld();
    for (const step of steps) await world.append(step);
    return world;
  }

  async append({ stream, event, recordedAt }: Step): Promise<void> {
    const end = this.ends.get(stream) ?? NO_STREAM;
    const stored = await this.recorder.toStored(stream, end, [event], { by: BY, recordedAt, ids: [newId()] });
    await this.events.append(stream, end.revision < 0 ? 'none' : end.revision, stored);
    this.ends.set(stream, { revision: end.revision + 1, hash: hashOf(stored[0]!) });
  }

  projector(views: ViewStore, pace?: Partial<Pace>): Projector {
    const { events, recorder, catalogue } = this;
    return new Projector(goalTree, { events, views, recorder, catalogue }, pace);
  }

  async goalsIn(views: ViewStore, request: AsOf): Promise<readonly GoalRow[]> {
    const query = new ReadGoalTree(OPERATOR, { ...request, archived: true });
    const handler = new ReadGoalTreeHandler(this.reader(views), this.answers(), this.sights(views));
    return readable((await handler.execute(query)).goals);
  }

  figureIn(views: ViewStore, goalId: string, at: AsOf): Promise<GoalFigure> {
    const handler = new ReadGoalFigureHandler(
      this.reader(views),
      this.answers(),
      this.told(),
      this.sights(views),
    );
    return handler.execute(new ReadGoalFigure(OPERATOR, goalId, at));
  }

  changesIn(views: ViewStore, request: ChangesRequest): Promise<readonly GoalChange[]> {
    const handler = new ReadGoalChangesHandler(this.reader(views), views, this.told(), this.sights(views));
    return handler.execute(new ReadGoalChanges(OPERATOR, request));
  }

  private sights(views: ViewStore): GoalSights {
    return new GoalSights(this.reader(views), this.answers(), DEFAULT_GOAL_READING);
  }

  private told(): ToldEvents {
    return new ToldEvents(this.events, this.recorder);
  }

  private answers(): Answers {
    const clock = new ManualClock(NOW);
    const answers = new Answers(new Decisions(this.events, this.recorder, this.keys, clock), clock);
    answers.add({ question: calendarInForce.name, answer: async () => CALENDAR });
    return answers;
  }

  /** One for each store, as in a server: it may remember what it read. */
  private reader(views: ViewStore): TreeReader {
    const known = this.readers.get(views);
    if (known) return known;
    const reader = new TreeReader(this.events, new FreshViews(this.events, views), views);
    this.readers.set(views, reader);
    return reader;
  }
}

/** All documents of the tree there are, in one order. */
export async function documentsIn(views: ViewStore): Promise<readonly StoredDocument[]> {
  const documents = await views.load(TREE, IDS);
  return documents.toSorted((a, b) => IDS.indexOf(a.id) - IDS.indexOf(b.id));
}

/** All that a store holds of the tree: documents and statements. */
export async function contentsOf(views: ViewStore): Promise<object> {
  const statements = await views.entriesBetween(TREE, { knownAt: '' }, {});
  const texts = statements.map((statement) => JSON.stringify(statement, Object.keys(statement).sort()));
  return { documents: await documentsIn(views), statements: texts.sort() };
}
