import type { CommandBus } from '@nestjs/cqrs';
import type { Decided } from '@pm/eventing';
import type { Agenda } from '@pm/jobs';
import { Rejection } from '@pm/kernel';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ViewOperations } from './view-operations.js';

/** One request that was answered; the route as it is declared, never as it was asked for. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const JOBS_COUNTED_MAX = 1000;

/** What Prometheus reads of this process. Labels are names from the code and statuses: no ids, nothing that a user wrote. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly requests = new Histogram({
    name: 'throughline_http_request_duration_seconds',
    help: 'Requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers: this.registers,
  });
  private readonly commands = new Counter({
    name: 'throughline_commands_total',
    help: 'Commands by name and outcome: recorded, unchanged, repeated, the code of a refusal, or failed',
    labelNames: ['command', 'outcome'],
    registers: this.registers,
  });
  private readonly events = new Counter({
    name: 'throughline_appended_events_total',
    help: 'Events that commands of this process appended',
    registers: this.registers,
  });
  private readonly jobs = this.gauge('throughline_parked_jobs', 'Jobs that gave up', []);
  private readonly views = {
    lagEvents: this.gauge('throughline_view_lag_events', 'Events that a view has not considered yet'),
    lagSeconds: this.gauge('throughline_view_lag_seconds', 'Age of the first event that a view lacks'),
    parked: this.gauge('throughline_view_parked_events', 'Events that a view could not take, or that wait'),
  };

  constructor(
    private readonly operations: ViewOperations,
    private readonly agenda: Agenda,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  answered({ method, route, status, seconds }: Answered): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** Counts every command that is sent on a bus from now on. */
  watch(bus: CommandBus): void {
    const execute = bus.execute.bind(bus);
    bus.execute = async (command: object) => {
      const name = command.constructor.name;
      try {
        const decided = (await execute(command as never)) as Decided;
        this.commands.inc({ command: name, outcome: outcomeOf(decided) });
        this.events.inc(decided.recorded);
        return decided as never;
      } catch (error) {
        this.commands.inc({ command: name, outcome: error instanceof Rejection ? error.code : 'failed' });
        throw error;
      }
    };
  }

  /** In Prometheus' text format; without the views or jobs where their store cannot be asked. */
  async text(): Promise<string> {
    await Promise.allSettled([this.lookAtViews(), this.lookAtJobs()]);
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private async lookAtViews(): Promise<void> {
    for (const gauge of Object.values(this.views)) gauge.reset();
    for (const { name: view, lagEvents, lagSeconds, parked } of await this.operations.statuses()) {
      this.views.lagEvents.set({ view }, lagEvents);
      this.views.lagSeconds.set({ view }, lagSeconds);
      this.views.parked.set({ view }, parked);
    }
  }

  private async lookAtJobs(): Promise<void> {
    this.jobs.set((await this.agenda.parked(JOBS_COUNTED_MAX)).length);
  }

  private gauge(name: string, help: string, labelNames: string[] = ['view']): Gauge {
    return new Gauge({ name, help, labelNames, registers: this.registers });
  }
}

function outcomeOf({ repeated, recorded }: Decided): string {
  if (repeated) return 'repeated';
  return recorded > 0 ? 'recorded' : 'unchanged';
}
