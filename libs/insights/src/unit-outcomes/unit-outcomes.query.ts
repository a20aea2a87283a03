import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type FiscalYear, TOP, unknown } from '@pm/kernel';
import { FreshViews, type Freshness, type Generation, type StoredDocument, ViewStore } from '@pm/projections';
import { ALL, type CountsByLabel, isNone, NONE, type OutcomeCounts, plus } from './outcome-counts.state.js';
import { type OutcomeUnit, unitOutcomes } from './unit-outcomes.view.js';

/** One unit directly below the one asked for, with all that lies below it. */
export interface UnitOutcome extends OutcomeCounts {
  /** Absent in the last row: KPIs of the unit asked for itself, which belong to none below it. */
  readonly unitId?: string;
  readonly number: string;
  readonly name: string;
}

export interface OutcomesRequest {
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

/** How the KPIs of each unit below one came out in a year. */
export class ReadOutcomes extends Query<Outcomes> {
  constructor(
    readonly request: OutcomesRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

type Stored = StoredDocument<OutcomeUnit, CountsByLabel>;

@QueryHandler(ReadOutcomes)
export class ReadOutcomesHandler implements IQueryHandler<ReadOutcomes> {
  constructor(
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
  ) {}

  async execute({ request, freshness }: ReadOutcomes): Promise<Outcomes> {
    const generation = await this.fresh.generation(unitOutcomes.name, freshness);
    const unit = await this.unit(generation, request.unitId);
    const below = unit ? await this.below(generation, unit.id) : [];
    const countsIn = ({ sum }: Stored) => sum?.[request.label ?? ALL]?.[request.year] ?? NONE;
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

  private async unit(generation: Generation, unitId: string | undefined): Promise<Stored | undefined> {
    if (unitId === undefined) {
      const { documents } = await this.views.list(generation, { where: { parentId: TOP }, limit: 1 });
      return documents[0] as Stored | undefined;
    }
    const [document] = await this.views.load(generation, [unitId]);
    if (!document || !isUnit(document)) throw unknown('unit-unknown', 'There is no such unit.', { unitId });
    return document;
  }

  private async below(generation: Generation, parentId: string): Promise<Stored[]> {
    const units: Stored[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.views.list(generation, { where: { parentId }, limit: 1000, cursor });
      units.push(...(page.documents as Stored[]));
      cursor = page.next;
    } while (cursor);
    return units;
  }
}

const isUnit = (document: StoredDocument): document is Stored =>
  (document.own as OutcomeUnit | undefined)?.is === 'unit';

function commonKind(units: readonly Stored[]): string {
  const kinds = new Set(units.map(({ own }) => own!.kind));
  return kinds.size === 1 ? [...kinds][0]! : 'unit';
}

const { compare } = new Intl.Collator('en', { numeric: true });
const byNumber = (a: UnitOutcome, b: UnitOutcome): number => compare(a.number, b.number);
