import type { Chance } from './chance.js';
import {
  ADMIN,
  type Asked,
  CONTROLLER,
  DAYS,
  GOALS,
  goalId,
  KPIS,
  kpiId,
  NUMBERS,
  PEOPLE,
  person,
  personId,
  post,
  put,
  REASONS,
  type Turn,
  UNITS,
  unitId,
  type Who,
} from './asked.js';

const TITLES = ['Mow on time', 'Green city', 'No falls', 'Straßen ohne Löcher'];

const anyone = (chance: Chance): Who =>
  chance.oneIn(2) ? chance.pick([ADMIN, CONTROLLER]) : person(chance.pick(['0', '1', '1', '2']));
const pathOf = (chance: Chance): string => `/goals/${goalId(chance.pick(GOALS))}`;

function measure(chance: Chance) {
  const bounds = chance.pick([
    { direction: 'increase' },
    { direction: 'decrease' },
    { direction: 'maintain-at-most' },
    { direction: 'range', upper: '100' },
    { direction: 'milestone' },
    { direction: 'ordinal', commit: '1', stretch: '100' },
  ]);
  const [baseline, target] = [chance.maybe(NUMBERS), chance.pick(NUMBERS)];
  return { kpiId: kpiId(chance.pick(KPIS)), baseline, target, ...bounds };
}

const terms = (chance: Chance) => ({
  title: chance.pick(TITLES),
  start: chance.maybe(['2025-01-01', '2025-06-01', '2025-02-30']),
  end: chance.maybe(['2025-12-31', '2026-06-30', '2024-01-01']),
  measure: chance.oneIn(2) ? measure(chance) : undefined,
});

const links = (chance: Chance) =>
  GOALS.filter(() => chance.oneIn(5)).map((number) => ({
    parentId: goalId(number),
    contributes: !chance.oneIn(4),
    weight: chance.pick(['0', '1', '1', '3', '33.33']),
    share: chance.maybe(['0', '0.5', '0.333333333333', '1']),
  }));

const owner = (chance: Chance) =>
  chance.oneIn(2) ? { personId: personId(chance.pick(PEOPLE)) } : { unitId: unitId(chance.pick(UNITS)) };

const why = (chance: Chance) => ({
  reason: chance.oneIn(5) ? undefined : chance.pick(REASONS),
  from: chance.oneIn(3) ? chance.pick(DAYS) : undefined,
});

/** Something about a goal, by somebody who mostly saw it and sends its revision along. */
function seen(chance: Chance, ask: (path: string) => Asked): Asked {
  const path = pathOf(chance);
  return { ...ask(path), ...(!chance.oneIn(6) && { saw: path }) };
}

/** From drafts to agreements. */
export const draftTurns: readonly Turn[] = [
  (chance) => {
    const number = chance.oneIn(6) ? undefined : chance.pick(GOALS);
    const visibility = chance.maybe(['public', 'private']);
    const goal = { number, kind: 'objective', visibility, ...owner(chance), ...terms(chance) };
    const body = { ...goal, parents: links(chance) };
    return post(anyone(chance), '/goals', body);
  },
  (chance) => put(anyone(chance), `${pathOf(chance)}/draft`, terms(chance)),
  (chance) => post(anyone(chance), `${pathOf(chance)}/proposal`),
  (chance) => post(anyone(chance), `${pathOf(chance)}/proposal`),
  (chance) => post(anyone(chance), `${pathOf(chance)}/counter-proposal`, terms(chance)),
  (chance) =>
    post(anyone(chance), `${pathOf(chance)}/acceptance`, { termsRevision: chance.pick([1, 1, 1, 2, 3]) }),
  (chance) => post(anyone(chance), `${pathOf(chance)}/acceptance`, { termsRevision: chance.pick([1, 1, 2]) }),
  (chance) => post(anyone(chance), `${pathOf(chance)}/withdrawal`),
  (chance) => {
    const visibility = chance.pick(['public', 'private']);
    return put(anyone(chance), `${pathOf(chance)}/visibility`, {
      ...why(chance),
      from: undefined,
      visibility,
    });
  },
];

/** How far goals are said to be. */
export const progressTurns: readonly Turn[] = [
  (chance) =>
    seen(chance, (path) => {
      const mode = chance.pick(['weighted', 'sum', 'min', 'max', 'worst-status']);
      return put(anyone(chance), `${path}/roll-up`, { mode, ...why(chance) });
    }),
  (chance) =>
    seen(chance, (path) => {
      const body = { progress: chance.pick(['0', '0.5', '1']), until: chance.pick(DAYS), ...why(chance) };
      return put(anyone(chance), `${path}/progress-override`, body);
    }),
  (chance) => seen(chance, (path) => post(anyone(chance), `${path}/progress-override/end`, why(chance))),
];

/** From agreements to results. */
export const lifeTurns: readonly Turn[] = [
  (chance) => post(anyone(chance), `${pathOf(chance)}/activation`, why(chance)),
  (chance) => post(anyone(chance), `${pathOf(chance)}/activation`, why(chance)),
  (chance) =>
    seen(chance, (path) =>
      post(anyone(chance), `${path}/change-request`, { ...terms(chance), ...why(chance) }),
    ),
  (chance) => seen(chance, (path) => post(anyone(chance), `${path}/change-approval`, why(chance))),
  (chance) => seen(chance, (path) => post(anyone(chance), `${path}/change-rejection`, why(chance))),
  (chance) => seen(chance, (path) => post(anyone(chance), `${path}/change-withdrawal`)),
  (chance) =>
    seen(chance, (path) =>
      put(anyone(chance), `${path}/parents`, { parents: links(chance), ...why(chance) }),
    ),
  (chance) =>
    seen(chance, (path) => put(anyone(chance), `${path}/owner`, { ...owner(chance), ...why(chance) })),
  (chance) => {
    const steps = [
      'pause',
      'resumption',
      'cancellation',
      'reopening',
      'archival',
      'acknowledgement',
      'discard',
    ];
    return post(anyone(chance), `${pathOf(chance)}/${chance.pick(steps)}`, why(chance));
  },
  (chance) => {
    const body = { ...why(chance), successorId: goalId(chance.pick(GOALS)) };
    return post(anyone(chance), `${pathOf(chance)}/postponement`, body);
  },
  (chance) => {
    const result = chance.pick(['achieved', 'partly', 'missed']);
    const body = {
      ...why(chance),
      result,
      finalValue: chance.maybe(NUMBERS),
      lessons: chance.maybe(REASONS),
    };
    return post(anyone(chance), `${pathOf(chance)}/completion`, body);
  },
];
