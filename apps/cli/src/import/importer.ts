import type { CommandBus } from '@nestjs/cqrs';
import { type Answers, type CommandContext, newId, type Sent } from '@pm/eventing';
import {
  sliced,
  type Plan,
  type Planned,
  type PlannedGoal,
  type PlannedHead,
  type PlannedKpi,
  type PlannedPerson,
  type PlannedTarget,
  type PlannedUnit,
  type RejectedItem,
  type Slice,
} from '@pm/importing';
import { calendarInForce, Rejection, type ActorId } from '@pm/kernel';
import { importKpiCommand, recordMeasurementsCommand, setTargetCommand } from '@pm/measurement';
import {
  importManagerCommand,
  importPersonCommand,
  importUnitsCommand,
  nameUnitHeadCommand,
  setCalendarCommand,
} from '@pm/organisation';
import { importGoalCommand } from '@pm/planning';
import { inFlight } from './in-flight.js';

/** A unit may be renamed and moved at once, and an append holds at most 1000 events. */
const UNITS_AT_ONCE = 500;
/** Enough to fill the store's group commits, little enough to keep in memory. */
const COMMANDS_AT_ONCE = 200;

export interface Ports {
  readonly commands: CommandBus;
  readonly answers: Answers;
}

/** Sends a plan as commands: what is known already changes nothing, what a rule refuses is left out. */
export class Importer {
  private readonly rejected: RejectedItem[] = [];
  private readonly correlationId = newId();
  private done = 0;
  private total = 0;

  constructor(
    private readonly plan: Plan,
    private readonly ports: Ports,
    private readonly onProgress: (done: number, of: number) => void = () => {},
  ) {}

  /** @returns what the rules refused */
  async run(): Promise<readonly RejectedItem[]> {
    const { units, people, heads, goals, kpis, targets, measurements } = this.plan;
    const managed = people.filter(({ data }) => data.managerId !== undefined);
    const all = [units, people, managed, heads, goals, kpis, targets, measurements];
    this.total = all.reduce((total, { length }) => total + length, 0);
    await this.setCalendar();
    for (let start = 0; start < units.length; start += UNITS_AT_ONCE)
      await this.units(units.slice(start, start + UNITS_AT_ONCE));
    await inFlight(people, COMMANDS_AT_ONCE, (person) => this.person(person));
    await this.managers(managed);
    await inFlight(heads, COMMANDS_AT_ONCE, (head) => this.head(head));
    await inFlight(goals, COMMANDS_AT_ONCE, (goal) => this.goal(goal));
    await this.kpisWithTargets();
    await this.measurements();
    return this.rejected;
  }

  private async setCalendar(): Promise<void> {
    const { calendar } = this.plan;
    if (calendar) await this.ports.commands.execute(setCalendarCommand.of(calendar, this.by('calendar')));
  }

  private units(units: readonly Planned<PlannedUnit>[]): Promise<void> {
    return this.together(units, (some) =>
      importUnitsCommand.of(
        { units: some.map(({ data }) => data) },
        this.by(`units from ${some[0]!.data.number}`),
      ),
    );
  }

  private person(person: Planned<PlannedPerson>): Promise<void> {
    const { managerId: _, ...request } = person.data;
    return this.whole([person], importPersonCommand.of(request, this.by(`person ${request.number}`)));
  }

  /** Once everyone is there; one after the other, so that no two of them can close a cycle unseen. */
  private async managers(managed: readonly Planned<PlannedPerson>[]): Promise<void> {
    for (const person of managed) {
      const { personId, number, managerId, from } = person.data;
      const request = { personId, managerId: managerId!, from };
      const place = { ...person.place, item: `manager of person ${number}` };
      const by = this.by(`manager ${number}`);
      await this.whole([{ ...person, place }], importManagerCommand.of(request, by));
    }
  }

  private head(head: Planned<PlannedHead>): Promise<void> {
    const { unitId, number, personId, from } = head.data;
    const by = this.by(`head ${number}`);
    return this.whole([head], nameUnitHeadCommand.of({ unitId, input: { personId, from } }, by));
  }

  private goal(goal: Planned<PlannedGoal>): Promise<void> {
    return this.whole([goal], importGoalCommand.of(goal.data, this.by(`goal ${goal.data.number}`)));
  }

  private async kpisWithTargets(): Promise<void> {
    const { kpis, targets } = this.plan;
    const byKpi = Map.groupBy(targets, ({ data }) => data.kpiId);
    await inFlight(kpis, COMMANDS_AT_ONCE, (kpi) => this.kpi(kpi, byKpi.get(kpi.data.kpiId) ?? []));
    const defined = new Set(kpis.map(({ data }) => data.kpiId));
    const others = targets.filter(({ data }) => !defined.has(data.kpiId));
    await inFlight(others, COMMANDS_AT_ONCE, (target) => this.target(target));
  }

  private kpi(kpi: Planned<PlannedKpi>, targets: readonly Planned<PlannedTarget>[]): Promise<void> {
    const request = {
      ...kpi.data,
      targets: targets.map(({ data: { period, value } }) => ({ period, value })),
    };
    const by = this.by(`kpi ${kpi.data.number}`);
    return this.whole([kpi, ...targets], importKpiCommand.of(request, by));
  }

  private target(target: Planned<PlannedTarget>): Promise<void> {
    const { kpiId, number, period, value } = target.data;
    const by = this.by(`target ${number} ${period}`);
    return this.whole([target], setTargetCommand.of({ kpiId, input: { period, value } }, by));
  }

  private async measurements(): Promise<void> {
    const { kpis, measurements } = this.plan;
    const frequencies = new Map(kpis.map(({ data }) => [data.kpiId, data.definition.frequency] as const));
    const calendar = await this.ports.answers.asking().ask(calendarInForce, {});
    const { slices, repeated, rejected } = sliced(measurements, frequencies, calendar);
    this.rejected.push(...rejected);
    this.advance(repeated + rejected.length);
    await inFlight(slices, COMMANDS_AT_ONCE, (slice) => this.slice(slice));
  }

  private slice({ kpiId, number, name, measurements }: Slice): Promise<void> {
    const by = this.by(`measurements ${number} ${name}`);
    const { source } = this.plan;
    return this.together(measurements, (some) => {
      const stated = some.map(({ data: { period, measuredAt, value } }) => ({
        period,
        measuredAt,
        value,
        source,
      }));
      return recordMeasurementsCommand.of({ kpiId, stated }, by);
    });
  }

  /** Items in one command; where a rule refuses it, each alone, so that the good ones go on. */
  private async together<T>(
    items: readonly Planned<T>[],
    commandFor: (items: readonly Planned<T>[]) => Sent<object>,
  ): Promise<void> {
    const refusal = await this.refusalOf(commandFor(items));
    if (refusal && items.length > 1) for (const item of items) await this.together([item], commandFor);
    else this.ended(items, refusal);
  }

  /** Items in one command, which stand or fall together. */
  private async whole(items: readonly Planned<unknown>[], command: Sent<object>): Promise<void> {
    this.ended(items, await this.refusalOf(command));
  }

  private async refusalOf(command: Sent<object>): Promise<Rejection | undefined> {
    try {
      await this.ports.commands.execute(command);
      return undefined;
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  }

  private ended(items: readonly Planned<unknown>[], refusal: Rejection | undefined): void {
    if (refusal) for (const { place } of items) this.rejected.push({ ...place, reason: refusal.message });
    this.advance(items.length);
  }

  private advance(by: number): void {
    this.done += by;
    this.onProgress(this.done, this.total);
  }

  /**
   * Not repeatable: the same command of a later file may say something else, and the rules find out what is new.
   *
   * @param key what the command is about, within the file's source
   */
  private by(key: string): CommandContext {
    return {
      actor: 'import' as ActorId,
      commandId: `import ${this.plan.source} ${key}`,
      repeatable: false,
      correlationId: this.correlationId,
    };
  }
}
