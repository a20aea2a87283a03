import { ADMIN, CONTROLLER, DAYS, PEOPLE, personId, post, put, REASONS, type Turn } from './asked.js';
import { UNITS, unitId } from './asked.js';

const NAMES = ['Parks', 'Pools', 'Works', 'Ada Lovelace', 'Grace Hopper', 'Åsa Öberg', '李小龍'];

/** Opens, renames, moves, closes units and names their heads; sets the calendar. */
export const unitTurns: readonly Turn[] = [
  (chance) => {
    const number = chance.oneIn(4) ? undefined : chance.pick(UNITS);
    const parentId = chance.oneIn(8) ? undefined : unitId(chance.pick(UNITS));
    return post(ADMIN, '/units', { number, name: chance.pick(NAMES), kind: 'agency', parentId });
  },
  (chance) => put(ADMIN, `/units/${unitId(chance.pick(UNITS))}/name`, { name: chance.pick(NAMES) }),
  (chance) => {
    const body = { parentId: unitId(chance.pick(UNITS)) };
    return put(ADMIN, `/units/${unitId(chance.pick(UNITS))}/parent`, body);
  },
  (chance) => post(ADMIN, `/units/${unitId(chance.pick(UNITS))}/closure`),
  (chance) => {
    const head = chance.maybe(PEOPLE);
    const body = {
      personId: head && personId(head),
      from: chance.maybe(DAYS),
      reason: chance.maybe(REASONS),
    };
    return put(ADMIN, `/units/number:${chance.pick(UNITS)}/head`, body);
  },
  (chance) => {
    const timeZone = chance.pick(['UTC', 'America/New_York', 'Mars/Olympus']);
    const body = { timeZone, fiscalYearStartMonth: chance.pick([1, 7]), from: chance.pick(DAYS) };
    return put(chance.pick([ADMIN, ADMIN, CONTROLLER]), '/calendar', body);
  },
  (chance) => {
    const does = chance.pick(['freeze', 'release', 'release']);
    return post(ADMIN, `/periods/${chance.pick(['FY2024', '2025-01'])}/${does}`, {
      reason: 'Accounts are closed.',
    });
  },
];

/** Lets people join, move, be led by others, be named and leave. */
export const peopleTurns: readonly Turn[] = [
  (chance) => {
    const manager = chance.maybe(PEOPLE);
    return post(ADMIN, '/people', {
      number: chance.oneIn(5) ? undefined : chance.pick(PEOPLE),
      name: chance.pick(NAMES),
      unitId: unitId(chance.pick(UNITS)),
      from: chance.maybe(DAYS),
      managerId: manager && personId(manager),
    });
  },
  (chance) => {
    const body = {
      unitId: unitId(chance.pick(UNITS)),
      from: chance.maybe(DAYS),
      reason: chance.maybe(REASONS),
    };
    return put(ADMIN, `/people/${personId(chance.pick(PEOPLE))}/unit`, body);
  },
  (chance) => {
    const manager = chance.maybe(PEOPLE);
    const body = { managerId: manager && personId(manager), from: chance.maybe(DAYS) };
    return put(ADMIN, `/people/${personId(chance.pick(PEOPLE))}/manager`, body);
  },
  (chance) => {
    const body = { name: chance.pick(NAMES), reason: chance.maybe(REASONS) };
    return put(ADMIN, `/people/number:${chance.pick(PEOPLE)}/name`, body);
  },
  (chance) => {
    const body = { on: chance.pick(DAYS), reason: chance.maybe(REASONS) };
    return post(ADMIN, `/people/${personId(chance.pick(PEOPLE))}/departure`, body);
  },
];
