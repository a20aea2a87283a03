import {
  changeManagerCommand,
  movePersonCommand,
  moveUnitCommand,
  nameUnitHeadCommand,
  recordDepartureCommand,
} from '@pm/organisation';
import { type Act, by, morningOf, personId, unitId } from '../acting.js';
import { placed } from '../acts/agreement.js';
import { teamGoal } from '../acts/goal-years.js';
import { everyone, memberOf, NEW_LEAD } from '../data/people.js';
import type { Scale } from '../scale.js';

const { team, from, number: lead } = NEW_LEAD;

/**
 * Worth finding: School health got another lead in April, and in July went over to another department, with its people
 * and its goals; what it did before stays where it was done.
 */
export const schoolHealth = (scale: Scale): Act[] => [...anotherLead(scale), ...anotherDepartment()];

function anotherLead(scale: Scale): Act[] {
  const before = memberOf(team, 1);
  const led = everyone(scale).filter(({ manager }) => manager === before);
  const reason = 'Builds up the school health service.';
  const moved = { personId: personId(lead), input: { unitId: unitId(team), from, reason } };
  const leaving = { personId: personId(before), input: { on: '2026-03-31', reason: 'Retires.' } };
  const named = { unitId: unitId(team), input: { personId: personId(lead), from } };
  return [
    movePersonCommand.of(moved, by('hanna', reason)),
    managed(lead, 'per', from, reason),
    nameUnitHeadCommand.of(named, by('hanna', reason)),
    ...led.map(({ number }) => managed(number, lead, from, 'Tor Vik follows as lead.')),
    recordDepartureCommand.of(leaving, by('hanna', 'Retires.')),
  ].map((command) => ({ at: morningOf('2026-03-16'), command }));
}

function anotherDepartment(): Act[] {
  const day = '2026-07-01';
  const reason = 'Health belongs together, from the first vaccination to the last visit at home.';
  return [
    ...[
      moveUnitCommand.of({ unitId: unitId(team), input: { parentId: unitId('CARE') } }, by('hanna', reason)),
      managed(lead, 'mona', day, reason),
    ].map((command) => ({ at: morningOf(day), command })),
    placed(teamGoal(team, '2026'), 'care', { day, who: 'mona', reason }),
  ];
}

function managed(person: string, manager: string, from: string, reason: string) {
  const input = { managerId: personId(manager), from, reason };
  return changeManagerCommand.of({ personId: personId(person), input }, by('hanna', reason));
}
