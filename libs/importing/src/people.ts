import type { Binder, Read } from './binder.js';
import { NUMBER, personIdOf, unitIdOf } from './definitions.js';
import { DAY, textUpTo } from './kind.js';
import type { HeadMapping, PersonMapping } from './mapping.js';
import type { PlannedHead, PlannedPerson } from './plan.js';

/** Undefined for a row that has none. */
export function personReader(entry: PersonMapping, bind: Binder): Read<PlannedPerson | undefined> {
  const numberOf = bind.optional('number', entry.number, NUMBER);
  const name = bind.required('name', entry.name, textUpTo(200));
  const unit = bind.required('unit', entry.unit, NUMBER);
  const manager = bind.optional('manager', entry.manager, NUMBER);
  const from = bind.optionalTime('from', entry.from, DAY);
  return (cells) => {
    const number = numberOf(cells);
    if (number === undefined) return undefined;
    const leader = manager(cells);
    return {
      personId: personIdOf(number),
      number,
      name: name(cells),
      unitId: unitIdOf(unit(cells)),
      managerId: leader === undefined ? undefined : personIdOf(leader),
      from: from(cells),
    };
  };
}

/** Undefined for a row that has none. */
export function headReader(entry: HeadMapping, bind: Binder): Read<PlannedHead | undefined> {
  const unit = bind.optional('unit', entry.unit, NUMBER);
  const person = bind.optional('person', entry.person, NUMBER);
  const from = bind.optionalTime('from', entry.from, DAY);
  return (cells) => {
    const number = unit(cells);
    const head = person(cells);
    if (number === undefined || head === undefined) return undefined;
    return { unitId: unitIdOf(number), number, personId: personIdOf(head), from: from(cells) };
  };
}
