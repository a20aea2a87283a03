import { decision } from '@pm/kernel/testing';
import { deputised, on, undeputised, who } from '../testing/people.examples.js';
import { deputies, isAppointed } from './deputies.state.js';
import type { DeputyEvent } from './deputies.events.js';
import { endDeputy } from './end-deputy.decide.js';

const { given } = decision(deputies, endDeputy);
const asking = { personId: who('grace'), deputyId: who('bob'), now: on('2026-07-10') };
const july = deputised('grace', 'bob', '2026-07-01', '2026-08-01');
const ended = undeputised('grace', 'bob', '2026-07-10');

describe('End a deputyship', () => {
  it('ends it at once, and what is planned with it', () => {
    given(july).when(asking).gives(ended);
    given(deputised('grace', 'bob', '2026-09-01', '2026-10-01'))
      .when(asking)
      .gives(ended);
  });

  it('refuses whoever is deputy no more, or never was', () => {
    given(july, ended).when(asking).refuses('deputy-unknown');
    given(deputised('grace', 'bob', '2026-06-01', '2026-07-10'))
      .when(asking)
      .refuses('deputy-unknown');
    given(deputised('grace', 'ada', '2026-07-01', '2026-08-01'))
      .when(asking)
      .refuses('deputy-unknown');
    given().when(asking).refuses('deputy-unknown');
  });
});

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
