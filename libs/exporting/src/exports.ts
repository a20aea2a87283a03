import type { QueryBus } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { type Answers, type EventStore, type Keys, type Moments, opened } from '@pm/eventing';
import {
  type GoalChange,
  ownersIn,
  readable,
  goalsTold,
  kpisNow,
  ReadGoalChanges,
  ReadGoalOwners,
  ReadGoalTree,
  withoutHiddenGoals,
} from '@pm/insights';
import { calendarInForce, type KpiId, type PersonId, unknown } from '@pm/kernel';
import { ReadKpiAsOf } from '@pm/measurement';
import { PAGE_DOCUMENTS_MAX } from '@pm/projections';
import { begun } from './begun.js';
import { FORMATS, type FormatName } from './formats/index.js';
import { type Column, tableOf } from './table.js';
import { GOAL_COLUMNS, type GoalsWanted, wantedGoals } from './tables/goals.js';
import { effectsIn, HISTORY_COLUMNS, type HistoryWanted } from './tables/goal-history.js';
import { isWanted, MEASUREMENT_COLUMNS, type MeasurementsWanted, pointsOf } from './tables/measurements.js';
import { fileName, type Taken } from './taken.js';

/** A table on its way out: its bytes are made as they are taken. */
export interface Export {
  readonly taken: Taken;
  /** The people whose goals its rows tell of, each once. */
  readonly subjects: readonly PersonId[];
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** For whom, how, and as of which moment; as of now, as known now, where a moment is absent. */
export interface Asked extends Moments {
  readonly by: Reader;
  readonly format: FormatName;
}

/** Rows as they are read, their texts opened, and the people whose goals they tell of. */
interface Rows<Row> {
  readonly subjects: readonly PersonId[];
  readonly pages: AsyncIterable<readonly Row[]>;
}

/**
 * Tables for analysts, in every format the same rows in the same order. Each fails before its first byte where it cannot
 * be made: @throws Rejection, ViewBehind, LimitExceeded, StoreUnavailable.
 */
export class Exports {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly stores: { readonly events: EventStore; readonly keys: Keys },
  ) {}

  /** By id. */
  goals(wanted: GoalsWanted, asked: Asked): Promise<Export> {
    return this.exported('goals', GOAL_COLUMNS, asked, (taken) => this.goalRows(asked.by, wanted, taken));
  }

  /** KPI by KPI by their ids, each in order of time. */
  measurements(wanted: MeasurementsWanted, asked: Asked): Promise<Export> {
    return this.exported('measurements', MEASUREMENT_COLUMNS, asked, async (taken) => ({
      subjects: [],
      pages: this.measurementPages(asked.by, wanted, taken),
    }));
  }

  /** In the order in which it was recorded. */
  goalHistory(wanted: HistoryWanted, asked: Asked): Promise<Export> {
    return this.exported('goal-history', HISTORY_COLUMNS, asked, (taken) =>
      this.historyRows(asked.by, wanted, taken),
    );
  }

  private async exported<Row>(
    what: string,
    columns: readonly Column<Row>[],
    { format: name, asOf, asKnownAt }: Asked,
    rowsOf: (taken: Taken) => Promise<Rows<Row>>,
  ): Promise<Export> {
    const taken = await this.taken({ asOf, asKnownAt });
    const { subjects, pages } = await rowsOf(taken);
    const format = FORMATS[name];
    return {
      taken,
      subjects,
      fileName: fileName(what, taken, format.extension),
      mediaType: format.mediaType,
      bytes: await begun(format.write(tableOf(columns, pages), taken)),
    };
  }

  /** What is known later than now cannot be told again as it is today. */
  private async taken({ asOf, asKnownAt }: Moments): Promise<Taken> {
    const now = this.answers.now();
    const knownAt = asKnownAt && asKnownAt < now ? asKnownAt : now;
    const position = await this.stores.events.positionAt(knownAt);
    return { asOf: asOf ?? now, asKnownAt: knownAt, position };
  }

  /** The tree is in memory as a whole in any case. What the reader may not read makes no row. */
  private async goalRows(by: Reader, wanted: GoalsWanted, { position, ...at }: Taken) {
    const { unitId, under, archived } = wanted;
    const request = new ReadGoalTree(by, { ...at, unitId, under, archived }, { after: position });
    const goals = wantedGoals(readable((await this.queries.execute(request)).goals), wanted);
    return { subjects: ownersIn(goals), pages: this.pagesOf(goals) };
  }

  private async *measurementPages(
    by: Reader,
    { kpiId, ...wanted }: MeasurementsWanted,
    { position, ...at }: Taken,
  ) {
    const freshness = { after: position };
    const calendar = await this.answers.asking().ask(calendarInForce, {});
    for await (const id of kpiId ? [kpiId] : this.kpiIds(position)) {
      const kpi = await this.queries.execute(new ReadKpiAsOf(id as KpiId, at, freshness));
      if (!kpi && kpiId) throw unknown('kpi-unknown', 'There is no such KPI, or it was not known then.');
      if (!kpi) continue;
      const [series] = await withoutHiddenGoals([kpi.series], { queries: this.queries, by, at });
      if (isWanted(series!, wanted))
        yield await opened(this.stores.keys, pointsOf({ ...kpi, series: series! }, calendar));
    }
  }

  /** Of all that are known now: which of them were at another moment, their streams say. */
  private async *kpiIds(after: string | undefined): AsyncGenerator<string> {
    let cursor: string | undefined;
    do {
      const page = await kpisNow(this.queries, { limit: PAGE_DOCUMENTS_MAX, cursor }, { after });
      yield* page.series.map(({ kpiId }) => kpiId);
      cursor = page.next;
    } while (cursor);
  }

  private async historyRows(by: Reader, { goalId, since }: HistoryWanted, { position, ...until }: Taken) {
    const { asOf = until.asOf, asKnownAt = until.asKnownAt } = since ?? {};
    const wanted = { goalId, since: since && { asOf, asKnownAt }, until };
    const request = new ReadGoalChanges(by, wanted, { after: position });
    const changes = await this.queries.execute(request);
    const subjects = await this.queries.execute(new ReadGoalOwners(goalsTold(changes), until));
    return { subjects, pages: this.effectPages(changes) };
  }

  private async *effectPages(changes: readonly GoalChange[]) {
    for await (const page of this.pagesOf(changes)) yield effectsIn(page);
  }

  private async *pagesOf<Row>(rows: readonly Row[]) {
    for (let from = 0; from < rows.length; from += PAGE_DOCUMENTS_MAX)
      yield await opened(this.stores.keys, rows.slice(from, from + PAGE_DOCUMENTS_MAX));
  }
}
