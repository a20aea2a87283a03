import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import {
  Answers,
  Catalogue,
  Clock,
  Decisions,
  EventStore,
  Keys,
  Recorder,
  Replay,
  SystemClock,
} from '@pm/eventing';
import { DEFAULT_GOAL_READING, type GoalReadingSettings } from '@pm/access';
import {
  GoalSights,
  ReadCompactTreeHandler,
  ReadGoalChangesHandler,
  ReadGoalFigureHandler,
  ReadGoalHandler,
  ReadGoalReadersHandler,
  ReadGoalTreeHandler,
  ReadGoalOwnersHandler,
  ReadHiddenGoalsHandler,
  ReadOutcomesHandler,
  ToldEvents,
  TreeReader,
} from '@pm/insights';
import { ChangeFeed, FreshViews, ViewChanges, ViewStore } from '@pm/projections';
import { ListViewHandler, ReadViewHandler } from '@pm/projections/queries';
import { contextModules } from './contexts.js';
import { catalogue, views as allViews } from './events-and-views.js';
import { Product } from './jobs/product.js';
import { ViewOperations } from './operations/view-operations.js';
import type { ReadStores } from './stores.js';

/** For how long a reader who names no position takes the tree for current without looking whether it has moved. */
const RECENT_MS = 5;

/** All of the product but its doors: commands, queries and the stores that they work on. */
@Global()
@Module({})
export class AssemblyModule {
  static forRoot(
    { events, keys, views }: ReadStores,
    clock: Clock = new SystemClock(),
    reading: GoalReadingSettings = DEFAULT_GOAL_READING,
  ): DynamicModule {
    const recorder = new Recorder(catalogue, keys);
    const decisions = new Decisions(events, recorder, keys, clock);
    const fresh = new FreshViews(events, views);
    const answers = new Answers(decisions, clock);
    const tree = new TreeReader(events, fresh, views, RECENT_MS);
    return {
      module: AssemblyModule,
      imports: [CqrsModule.forRoot(), ...contextModules],
      providers: [
        { provide: EventStore, useValue: events },
        { provide: Keys, useValue: keys },
        { provide: ViewStore, useValue: views },
        { provide: Clock, useValue: clock },
        { provide: Catalogue, useValue: catalogue },
        { provide: Recorder, useValue: recorder },
        { provide: Decisions, useValue: decisions },
        { provide: Answers, useValue: answers },
        { provide: Replay, useValue: new Replay(events, recorder, catalogue) },
        { provide: FreshViews, useValue: fresh },
        { provide: TreeReader, useValue: tree },
        { provide: GoalSights, useValue: new GoalSights(tree, answers, reading) },
        { provide: ToldEvents, useValue: new ToldEvents(events, recorder) },
        { provide: ViewOperations, useValue: new ViewOperations(events, views, clock) },
        {
          provide: ChangeFeed,
          useValue: new ChangeFeed(events, fresh, new ViewChanges(allViews, recorder, catalogue)),
        },
        {
          provide: Product,
          useFactory: (answers: Answers, commands: CommandBus, queries: QueryBus) =>
            new Product(answers, commands, queries),
          inject: [Answers, CommandBus, QueryBus],
        },
        ReadViewHandler,
        ListViewHandler,
        ReadOutcomesHandler,
        ReadGoalHandler,
        ReadGoalTreeHandler,
        ReadCompactTreeHandler,
        ReadGoalChangesHandler,
        ReadGoalFigureHandler,
        ReadGoalOwnersHandler,
        ReadHiddenGoalsHandler,
        ReadGoalReadersHandler,
      ],
      exports: [
        CqrsModule,
        EventStore,
        Keys,
        ViewStore,
        Clock,
        Catalogue,
        Recorder,
        Decisions,
        Answers,
        FreshViews,
        Replay,
        TreeReader,
        ViewOperations,
        ChangeFeed,
        Product,
      ],
    };
  }
}
