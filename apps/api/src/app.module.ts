import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type GoalReadingSettings, Tokens, type TokenSettings } from '@pm/access';
import {
  AssemblyModule,
  Background,
  type Jobs,
  Metrics,
  Product,
  type Projection,
  Readiness,
  type Stores,
  type Traces,
  ViewOperations,
  WebhookProgress,
} from '@pm/assembly';
import { Answers, type Clock } from '@pm/eventing';
import { Exports } from '@pm/exporting';
import { Identities } from '@pm/identity';
import { TreeReader } from '@pm/insights';
import { ReadLog } from '@pm/reads';
import { ExportsController } from './exports/exports.controller.js';
import { HealthController } from './health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import type { HttpSettings } from './http/protection.js';
import { ProblemPagesController } from './http/problem-pages.controller.js';
import { ApiKeyController } from './identity/api-key.controller.js';
import { RoleController } from './identity/role.controller.js';
import { ImportController } from './importing/import.controller.js';
import { OutcomesController } from './insights/outcomes.controller.js';
import { ChangesController } from './live/changes.controller.js';
import { OpenStreams } from './live/open-streams.js';
import { KpiController } from './measurement/kpi.controller.js';
import { MeasurementController } from './measurement/measurement.controller.js';
import { MeasurementBatchController } from './measurement/measurement-batch.controller.js';
import { NotificationController } from './notifications/notification.controller.js';
import { CalendarController } from './organisation/calendar.controller.js';
import { DeputiesController } from './organisation/deputies.controller.js';
import { HoldController } from './organisation/hold.controller.js';
import { PersonController } from './organisation/person.controller.js';
import { PersonDataController } from './organisation/person-data.controller.js';
import { GoalController } from './planning/goal.controller.js';
import { GoalHistoryController } from './planning/goal-history.controller.js';
import { GoalLifeController } from './planning/goal-life.controller.js';
import { GoalReadersController } from './planning/goal-readers.controller.js';
import { GoalProgressController } from './planning/goal-progress.controller.js';
import { ScimDiscoveryController } from './scim/discovery.controller.js';
import { ProvisionedPeople } from './scim/provisioned-people.js';
import { ScimUserController } from './scim/user.controller.js';
import { metricsController } from './operations/metrics.controller.js';
import { ViewsController } from './operations/views.controller.js';
import { ReadsController } from './reads/reads.controller.js';
import { WebhookCourseController } from './webhooks/webhook-course.controller.js';
import { WebhookController } from './webhooks/webhook.controller.js';
import { UnitController } from './organisation/unit.controller.js';

/** What the server is put together from. */
export interface AppParts {
  readonly stores: Stores;
  readonly projection: Projection;
  /** Absent where workers see to them. */
  readonly jobs?: Jobs;
  readonly tokens: TokenSettings;
  /** The `sub` of whoever counts as people admin until somebody else was granted it. */
  readonly firstAdmin?: string;
  readonly clock?: Clock;
  /** As in {@link DEFAULT_GOAL_READING} where absent. */
  readonly reading?: GoalReadingSettings;
  /** As in {@link DEFAULT_HTTP} where absent. */
  readonly http?: HttpSettings;
  /** Whether metrics are read without a token. */
  readonly openMetrics?: boolean;
  /** Where what happens is traced; nowhere where absent. */
  readonly traces?: Traces;
}

const PARTS = Symbol('parts');

const CONTROLLERS = [
  CalendarController,
  UnitController,
  PersonController,
  DeputiesController,
  HoldController,
  PersonDataController,
  KpiController,
  MeasurementController,
  MeasurementBatchController,
  GoalController,
  GoalLifeController,
  GoalProgressController,
  GoalHistoryController,
  GoalReadersController,
  OutcomesController,
  ExportsController,
  ReadsController,
  ViewsController,
  ImportController,
  ChangesController,
  WebhookController,
  WebhookCourseController,
  NotificationController,
  ScimUserController,
  ScimDiscoveryController,
  ApiKeyController,
  RoleController,
  HealthController,
  ProblemPagesController,
];

@Module({})
export class AppModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(PARTS) private readonly parts: Pick<AppParts, 'stores' | 'traces'>,
    @Inject(Background) private readonly background: Background,
    @Inject(Product) private readonly product: Product,
    @Inject(TreeReader) private readonly tree: TreeReader,
  ) {}

  static forRoot(parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [AssemblyModule.forRoot(parts.stores, parts.clock, parts.reading)],
      controllers: [...CONTROLLERS, metricsController(parts.openMetrics ? 'public' : 'operations.view')],
      providers: providersFor(parts),
    };
  }

  onApplicationBootstrap(): void {
    this.background.start(this.product);
    // A long history takes a while to read: begun before anybody asks for it; whoever does meets what went wrong.
    void this.tree.documents({}).catch(() => {});
  }

  async onApplicationShutdown(): Promise<void> {
    await this.background.stop();
    await this.parts.stores.close();
    await this.parts.traces?.stop();
  }
}

function providersFor({ stores, projection, jobs, tokens, firstAdmin, traces }: AppParts): Provider[] {
  return [
    { provide: PARTS, useValue: { stores, traces } },
    { provide: Background, useValue: new Background(projection, jobs) },
    { provide: Readiness, useValue: new Readiness(stores, projection) },
    {
      provide: Metrics,
      useFactory: (operations: ViewOperations, bus: CommandBus) => {
        const metrics = new Metrics(operations, stores.agenda);
        metrics.watch(bus);
        return metrics;
      },
      inject: [ViewOperations, CommandBus],
    },
    {
      provide: Exports,
      useFactory: (queries: QueryBus, answers: Answers) => new Exports(queries, answers, stores),
      inject: [QueryBus, Answers],
    },
    {
      provide: Identities,
      useFactory: (answers: Answers) => new Identities({ tokens: new Tokens(tokens), answers, firstAdmin }),
      inject: [Answers],
    },
    OpenStreams,
    ProvisionedPeople,
    { provide: WebhookProgress, useValue: new WebhookProgress(stores) },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: ReadLog, useValue: stores.reads },
  ];
}
