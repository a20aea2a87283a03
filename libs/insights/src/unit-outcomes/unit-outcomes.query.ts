import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isPast, type Moments, Replay } from '@pm/eventing';
import { type FiscalYear, TOP, unknown } from '@pm/kernel';
import { FreshViews, type Freshness, ViewStore } from '@pm/projections';
import { ALL, isNone, NONE, type OutcomeCounts, plus } from './outcome-counts.state.js';
import { type StoredUnit, unitsAsOf, unitsNow } from './outcome-units.js';
import { kpiScorecard } from '../scorecard/kpi-scorecard.view.js';

/** One unit directly below the one asked for, with all that lies below it. */
export interface UnitOutcome extends OutcomeCounts {
  /** Absent in the last row: KPIs of the unit asked for itself, which belong to none below it. */
  readonly unitId?: string;
  readonly number: string;
  readonly name: string;
}

export interface OutcomesRequest extends Moments {
  readonly year: FiscalYear;
  /** KPIs with this label only. */
  readonly label?: string;
  /** The organisation itself where absent. */
  readonly unitId?: string;
}

export interface Outcomes {
  /** What the units of the rows are called, where all are called the same; else `unit`. */
  readonly kind: string;
  /** By number; units without a KPI that counts are left out. */
  readonly rows: readonly UnitOutcome[];
}

/**
 * How the KPIs of each unit below one came out in a year. As of a moment it costs one pass over the events about units,
 * KPIs and measurements in the log, and holds all of them at once.
 */
export class ReadOutcomes extends Query<Outcomes> {
  constructor(
    readonly request: OutcomesRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadOutcomes)
export class ReadOutcomesHandler implements IQueryHandler<ReadOutcomes> {
  constructor(
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
    @Inject(Replay) private readonly replay: Replay,
  ) {}

  async execute({ request, freshness }: ReadOutcomes): Promise<Outcomes> {
    const units = isPast(request)
      ? await unitsAsOf(this.replay, request)
      : unitsNow(this.views, await this.fresh.generation(kpiScorecard.name, freshness));
    const { unitId, label = ALL, year } = request;
    const unit = unitId === undefined ? (await units.below(TOP))[0] : await units.unit(unitId);
    if (!unit && unitId !== undefined) throw unknown('unit-unknown', 'There is no such unit.', { unitId });
    const below = unit ? await units.below(unit.id) : [];
    const countsIn = ({ sum }: StoredUnit) => sum?.counts?.[label]?.[year] ?? NONE;
    const rows = below.map((child) => ({
      unitId: child.id,
      number: child.own!.number ?? '',
      name: child.own!.name,
      ...countsIn(child),
    }));
    const own = rows.reduce<OutcomeCounts>((left, row) => plus(left, row, -1), unit ? countsIn(unit) : NONE);
    const counted = [...rows.sort(byNumber), { number: '', name: '', ...own }].filter((row) => !isNone(row));
    return { kind: commonKind(below), rows: counted };
  }
}

function commonKind(units: readonly StoredUnit[]): string {
  const kinds = new Set(units.map(({ own }) => own!.kind));
  return kinds.size === 1 ? [...kinds][0]! : 'unit';
}

const { compare } = new Intl.Collator('en', { numeric: true });
const byNumber = (a: UnitOutcome, b: UnitOutcome): number => compare(a.number, b.number);
