import {
  joinPersonCommand,
  nameUnitHeadCommand,
  openUnitCommand,
  setCalendarCommand,
  type OpenUnitInput,
} from '@pm/organisation';
import { type Act, by, morningOf, personId, unitId } from '../acting.js';
import { type DemoPerson, everyone } from '../data/people.js';
import { DEPARTMENTS, ORGANISATION, TEAMS } from '../data/units.js';
import type { Scale } from '../scale.js';

/** The day on which Lakeside began to use the product. */
export const FOUNDED = '2024-10-01';

export const TIME_ZONE = 'Europe/Stockholm';

/** The calendar, three levels of units, everyone who works there, and who stands for what. */
export function founding(scale: Scale): Act[] {
  const calendar = { timeZone: TIME_ZONE, fiscalYearStartMonth: 1, from: '2000-01-01' };
  const commands = [
    setCalendarCommand.of(calendar, by('hanna')),
    opened({ ...ORGANISATION, kind: 'municipality' }),
    ...DEPARTMENTS.map((unit) =>
      opened({ ...unit, kind: 'department', parentId: unitId(ORGANISATION.number) }),
    ),
    ...TEAMS.map(({ number, name, department }) =>
      opened({ number, name, kind: 'team', parentId: unitId(department) }),
    ),
    ...everyone(scale).flatMap((person) => [joined(person), ...named(person)]),
  ];
  return commands.map((command) => ({ at: morningOf(FOUNDED), command }));
}

const opened = (input: OpenUnitInput & { readonly number: string }) =>
  openUnitCommand.of({ unitId: unitId(input.number), input }, by('hanna'));

function joined({ number, name, unit, manager }: DemoPerson) {
  const input = { number, name, unitId: unitId(unit), managerId: manager && personId(manager) };
  return joinPersonCommand.of({ personId: personId(number), input }, by('hanna'));
}

function named({ number, unit, heads }: DemoPerson) {
  const input = { personId: personId(number) };
  return heads ? [nameUnitHeadCommand.of({ unitId: unitId(unit), input }, by('hanna'))] : [];
}
