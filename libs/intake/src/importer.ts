import { type CommandContext, newId } from '@pm/eventing';
import {
  Slicer,
  type Plan,
  type Planned,
  type PlannedGoal,
  type PlannedHead,
  type PlannedKpi,
  type PlannedPerson,
  type PlannedTarget,
  type PlannedUnit,
  type RejectedItem,
} from '@pm/importing';
import { type ActorId, calendarInForce, type Frequency, type KpiId, unitStanding } from '@pm/kernel';
import { importKpiCommand, kpis, setTargetCommand } from '@pm/measurement';
import {
  importManagerCommand,
  importPersonCommand,
  importUnitsCommand,
  nameUnitHeadCommand,
  setCalendarCommand,
} from '@pm/organisation';
import { importGoalCommand } from '@pm/planning';
import { Dispatch } from './dispatch.js';
import { inFlight } from './in-flight.js';
import type { Ports } from './ports.js';
import { recordSlices } from './record-slices.js';

/** A unit may be renamed and moved at once, and an append holds at most 1000 events. */
const UNITS_AT_ONCE = 500;
/** Enough to fill the store's group commits, little enough to keep in memory. */
const COMMANDS_AT_ONCE = 200;
/** What files say is the import's to correct by a later one, whoever brings it. */
const IMPORT = 'import' as ActorId;

/** What came of a plan. */
export interface Carried {
  /** Events recorded, by the name of their type. */
  readonly recorded: ReadonlyMap<string, number>;
  /** Views that have reached it show all of it; undefined where nothing was ever recorded. */
  readonly position: string | undefined;
  /** What the rules refused. */
  readonly refused: readonly RejectedItem[];
}

/** How an import goes on. */
export interface ImportOptions {
  /** Whose wish it is, where it is not the command line's. */
  readonly onBehalfOf?: ActorId;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Sends a plan as commands: what is known already changes nothing, what a rule refuses is left out. */
export class Importer {
  private readonly rejected: RejectedItem[] = [];
  private readonly correlationId = newId();
  private readonly dispatch: Dispatch;
  private done = 0;
  private total = 0;

  constructor(
    private readonly plan: Plan,
    private readonly ports: Ports,
    private readonly options: ImportOptions = {},
  ) {
    this.dispatch = new Dispatch(ports.commands, (items, refusal) => {
      if (refusal) for (const { place } of items) this.rejected.push({ ...place, reason: refusal.message });
      this.advance(items.length);
    });
  }

  async run(): Promise<Carried> {
    const { units, people, heads, goals, kpis, targets, measurements } = this.plan;
    const managed = people.filter(({ data }) => data.managerId !== undefined);
    const all = [units, people, managed, heads, goals, kpis, targets, measurements];
    this.total = all.reduce((total, { length }) => total + length, 0);
    await this.organisation();
    await this.setCalendar();
    for (let start = 0; start < units.length; start += UNITS_AT_ONCE)
      await this.units(units.slice(start, start + UNITS_AT_ONCE));
    await inFlight(people, COMMANDS_AT_ONCE, (person) => this.person(person));
    await this.managers(managed);
    await inFlight(heads, COMMANDS_AT_ONCE, (head) => this.head(head));
    await inFlight(goals, COMMANDS_AT_ONCE, (goal) => this.goal(goal));
    await this.kpisWithTargets();
    await this.measurements();
    const { recorded, position } = this.dispatch;
    return { recorded, position, refused: this.rejected };
  }

  /**
   * Before anything else: a file with an organisation of its own is about another one, and none of it belongs here, its
   * calendar least of all.
   *
   * @throws Rejection 'second-root'
   */
  private async organisation(): Promise<void> {
    const tops = this.plan.units.filter(({ data }) => data.parentId === undefined);
    const known = this.ports.answers.asking();
    for (const { data } of tops) if ((await known.ask(unitStanding, data)) !== 'unknown') return;
    const [top] = tops;
    if (top)
      await this.dispatch.carriedOut(importUnitsCommand.of({ units: [top.data] }, this.by('organisation')));
  }

  private async setCalendar(): Promise<void> {
    const { calendar } = this.plan;
    if (calendar) await this.dispatch.carriedOut(setCalendarCommand.of(calendar, this.by('calendar')));
  }

  private units(units: readonly Planned<PlannedUnit>[]): Promise<void> {
    return this.dispatch.together(units, (some) =>
      importUnitsCommand.of(
        { units: some.map(({ data }) => data) },
        this.by(`units from ${some[0]!.data.number}`),
      ),
    );
  }

  private person(person: Planned<PlannedPerson>): Promise<void> {
    const { managerId: _, ...request } = person.data;
    return this.dispatch.whole(
      [person],
      importPersonCommand.of(request, this.by(`person ${request.number}`)),
    );
  }

  /** Once everyone is there; one after the other, so that no two of them can close a cycle unseen. */
  private async managers(managed: readonly Planned<PlannedPerson>[]): Promise<void> {
    for (const person of managed) {
      const { personId, number, managerId, from } = person.data;
      const request = { personId, managerId: managerId!, from };
      const place = { ...person.place, item: `manager of person ${number}` };
      const by = this.by(`manager ${number}`);
      await this.dispatch.whole([{ ...person, place }], importManagerCommand.of(request, by));
    }
  }

  private head(head: Planned<PlannedHead>): Promise<void> {
    const { unitId, number, personId, from } = head.data;
    const by = this.by(`head ${number}`);
    return this.dispatch.whole([head], nameUnitHeadCommand.of({ unitId, input: { personId, from } }, by));
  }

  private goal(goal: Planned<PlannedGoal>): Promise<void> {
    return this.dispatch.whole([goal], importGoalCommand.of(goal.data, this.by(`goal ${goal.data.number}`)));
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
    return this.dispatch.whole([kpi, ...targets], importKpiCommand.of(request, by));
  }

  private target(target: Planned<PlannedTarget>): Promise<void> {
    const { kpiId, number, period, value } = target.data;
    const by = this.by(`target ${number} ${period}`);
    return this.dispatch.whole([target], setTargetCommand.of({ kpiId, input: { period, value } }, by));
  }

  private async measurements(): Promise<void> {
    const { measurements } = this.plan;
    const frequencies = await this.frequencies();
    const calendar = await this.ports.answers.asking().ask(calendarInForce, {});
    const slicer = new Slicer(calendar, (kpiId) => frequencies.get(kpiId));
    const { slices, repeated, rejected } = slicer.sliced(measurements);
    this.rejected.push(...rejected);
    this.advance(repeated + rejected.length);
    await recordSlices(slices, this.dispatch, {
      source: this.plan.source,
      commandsAtOnce: COMMANDS_AT_ONCE,
      by: ({ number, name }) => this.by(`measurements ${number} ${name}`),
    });
  }

  /** Of the KPIs that are measured at moments, whichever file defined them: their moments of one period are one value. */
  private async frequencies(): Promise<ReadonlyMap<KpiId, Frequency | undefined>> {
    const timed = this.plan.measurements.filter(({ data }) => data.measuredAt !== undefined);
    const found = new Map<KpiId, Frequency | undefined>();
    await inFlight([...new Set(timed.map(({ data }) => data.kpiId))], COMMANDS_AT_ONCE, async (kpiId) => {
      const { definition } = await this.ports.answers.asking().read(kpis, kpiId);
      found.set(kpiId, definition?.frequency);
    });
    return found;
  }

  private advance(by: number): void {
    this.done += by;
    this.options.onProgress?.(this.done, this.total);
  }

  /**
   * Not repeatable: the same command of a later file may say something else, and the rules find out what is new.
   *
   * @param key what the command is about, within the file's source
   */
  private by(key: string): CommandContext {
    return {
      actor: IMPORT,
      onBehalfOf: this.options.onBehalfOf,
      commandId: `import ${this.plan.source} ${key}`,
      repeatable: false,
      correlationId: this.correlationId,
    };
  }
}
