import { deputised, on, undeputised, who } from '../testing/people.examples.js';
import type { DeputyEvent } from './deputies.events.js';
import { deputies, isAppointed } from './deputies.state.js';

const july = deputised('grace', 'bob', '2026-07-01', '2026-08-01');
const ended = undeputised('grace', 'bob', '2026-07-10');

describe('Somebody is deputy', () => {
  const isDeputy = (day: string, ...events: DeputyEvent[]) =>
    isAppointed(
      events.reduce((known, event) => deputies.evolve(known, event), deputies.initial),
      who('bob'),
      on(day),
    );

  it('from the first moment of their time up to its end', () => {
    expect(
      ['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'].map((day) => isDeputy(day, july)),
    ).toEqual([false, true, true, false]);
  });

  it('no more once that was ended, and as before until then', () => {
    expect(['2026-07-09', '2026-07-10'].map((day) => isDeputy(day, july, ended))).toEqual([true, false]);
  });

  it('never in a time that was ended before it began', () => {
    const planned = deputised('grace', 'bob', '2026-09-01', '2026-10-01');
    expect(isDeputy('2026-09-15', planned, ended)).toBe(false);
  });
});
