import { namedId } from '@pm/eventing';
import {
  AGGREGATIONS,
  FREQUENCIES,
  PLAIN_DIRECTIONS,
  type DecimalText,
  type GoalId,
  type KpiId,
  type PersonId,
  type UnitId,
} from '@pm/kernel';
import type { GoalLink } from '@pm/planning/events';
import type { Binder, Read } from './binder.js';
import { CALLED, oneOf, textUpTo } from './kind.js';
import type { GoalMapping, KpiMapping, LabelMapping, ParentMapping, UnitMapping } from './mapping.js';
import type { PlannedGoal, PlannedKpi, PlannedUnit } from './plan.js';

/** The organisation's own number for a unit or KPI. */
export const NUMBER = textUpTo(64);
const KNOWN = 100_000;
/** A goal's may be made of several columns. */
const GOAL_NUMBER = textUpTo(1000);

export const unitIdOf = idsOf<UnitId>('unit');
export const personIdOf = idsOf<PersonId>('person');
export const goalIdOf = idsOf<GoalId>('goal');
export const kpiIdOf = idsOf<KpiId>('kpi');

/** The ids that numbers always have, each worked out once: the rows of a file name the same ones again and again. */
function idsOf<Id extends string>(kind: string): (number: string) => Id {
  const known = new Map<string, Id>();
  return (number) => {
    const id = known.get(number) ?? (namedId(kind, 'number', number) as Id);
    if (known.size >= KNOWN) known.clear();
    known.set(number, id);
    return id;
  };
}

/** Undefined for a row that has none. */
export function unitReader(entry: UnitMapping, bind: Binder): Read<PlannedUnit | undefined> {
  const numberOf = bind.optional('number', entry.number, NUMBER);
  const name = bind.required('name', entry.name, textUpTo(200));
  const kind = bind.required('kind', entry.kind, CALLED);
  const parent = bind.optional('parent', entry.parent, NUMBER);
  return (cells) => {
    const number = numberOf(cells);
    if (number === undefined) return undefined;
    const above = parent(cells);
    return {
      unitId: unitIdOf(number),
      number,
      name: name(cells),
      kind: kind(cells),
      parentId: above === undefined ? undefined : unitIdOf(above),
    };
  };
}

/** Undefined for a row that has none. */
export function goalReader(entry: GoalMapping, bind: Binder, source: string): Read<PlannedGoal | undefined> {
  const numberOf = bind.optional('number', entry.number, GOAL_NUMBER);
  const title = bind.required('title', entry.title, textUpTo(500));
  const kind = bind.required('kind', entry.kind, CALLED);
  const unit = bind.required('unit', entry.unit, NUMBER);
  const parents = (entry.parents ?? []).map((parent, index) =>
    parentReader(parent, bind.below('parents').below(index)),
  );
  return (cells) => {
    const number = numberOf(cells);
    if (number === undefined) return undefined;
    return {
      goalId: goalIdOf(number),
      number,
      source,
      title: title(cells),
      kind: kind(cells),
      unitId: unitIdOf(unit(cells)),
      parents: parents.flatMap((parent) => parent(cells) ?? []),
    };
  };
}

function parentReader(entry: ParentMapping, bind: Binder): Read<GoalLink | undefined> {
  const numberOf = bind.optional('number', entry.number, GOAL_NUMBER);
  const weight = bind.decimal(bind.field('weight', entry.weight ?? '1'));
  return (cells) => {
    const number = numberOf(cells);
    return number === undefined
      ? undefined
      : {
          parentId: goalIdOf(number),
          contributes: entry.contributes ?? true,
          weight: weight(cells) ?? ('1' as DecimalText),
        };
  };
}

/** Undefined for a row that has none. */
export function kpiReader(entry: KpiMapping, bind: Binder): Read<PlannedKpi | undefined> {
  const numberOf = bind.optional('number', entry.number, NUMBER);
  const name = bind.required('name', entry.name, textUpTo(300));
  const unit = bind.required('unit', entry.unit, NUMBER);
  const goal = bind.optional('goal', entry.goal, GOAL_NUMBER);
  const direction = bind.required('direction', entry.direction, oneOf(PLAIN_DIRECTIONS));
  const frequency = bind.required('frequency', entry.frequency, oneOf(FREQUENCIES));
  const aggregation = bind.required('aggregation', entry.aggregation, oneOf(AGGREGATIONS));
  const unitOfMeasure = bind.optional('unitOfMeasure', entry.unitOfMeasure, textUpTo(40));
  const labels = labelsReader(entry.labels ?? {}, bind.below('labels'));
  return (cells) => {
    const number = numberOf(cells);
    if (number === undefined) return undefined;
    const goalNumber = goal(cells);
    const definition = {
      name: name(cells),
      unitId: unitIdOf(unit(cells)),
      goalId: goalNumber === undefined ? undefined : goalIdOf(goalNumber),
      direction: direction(cells),
      frequency: frequency(cells),
      aggregation: aggregation(cells),
      unitOfMeasure: unitOfMeasure(cells),
      labels: labels(cells),
    };
    return { kpiId: kpiIdOf(number), number, definition };
  };
}

function labelsReader(labels: Readonly<Record<string, LabelMapping>>, bind: Binder): Read<string[]> {
  const rules = Object.entries(labels).map(([label, { from, is }]) => {
    const { text } = bind.below(label).field('from', from);
    return { label, holds: (cells: readonly string[]) => text(cells) === is };
  });
  return (cells) => rules.filter(({ holds }) => holds(cells)).map(({ label }) => label);
}
