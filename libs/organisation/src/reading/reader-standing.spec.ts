import type { ActorId } from '@pm/kernel';
import { organisationFrom as of } from '../testing/organisation-in-memory.js';
import { city, moved, parks, playgrounds, police } from '../testing/organisation.examples.js';
import { deputised, joined, ledBy, left, movedTo, on, partnered, who } from '../testing/people.examples.js';
import type { OrganisationEvent } from './known-organisation.js';
import { readersOf, standingsTo } from './reader-standing.js';

const UNITS = [city, parks, playgrounds, police];
const LINE = [
  joined('top', 'city'),
  joined('mary', 'city', { manager: 'top' }),
  joined('grace', 'parks', { manager: 'mary' }),
  joined('ada', 'playgrounds', { manager: 'grace' }),
  joined('hedy', 'police'),
];
const standing = (reader: string, events: readonly OrganisationEvent[], day = '2026-03-01') =>
  standingsTo({ actor: reader as ActorId, people: [who('ada')], at: on(day) }, of(...UNITS, ...events)).get(
    who('ada'),
  );
const lines = (events: readonly OrganisationEvent[], day?: string) =>
  ['ada', 'grace', 'mary', 'top', 'hedy', 'import'].map(
    (reader) => standing(reader, events, day)?.line ?? 'none',
  );

describe('How a reader stands to a person', () => {
  it('is by the whole line of managers, whoever is further up', () =>
    expect(lines(LINE)).toEqual(['owner', 'manager', 'above', 'above', 'none', 'none']));

  it('is as of the moment asked about', () => {
    const events = [...LINE, ledBy('ada', 'hedy', '2026-02-01')];
    expect(lines(events, '2026-01-31')).toEqual(['owner', 'manager', 'above', 'above', 'none', 'none']);
    expect(lines(events, '2026-02-01')).toEqual(['owner', 'none', 'none', 'none', 'manager', 'none']);
  });

  it('ends for a manager who left, and goes on for those above', () =>
    expect(lines([...LINE, left('grace', '2026-02-01')])).toEqual([
      'owner',
      'none',
      'above',
      'above',
      'none',
      'none',
    ]));

  it('ends with whoever has left: nobody stands to them', () =>
    expect(new Set(lines([...LINE, left('ada', '2026-02-01')]))).toEqual(new Set(['none'])));

  it('is answered where two changes at the same moment closed a cycle', () => {
    const cycle = [joined('ada', 'parks', { manager: 'eve' }), joined('eve', 'parks', { manager: 'ada' })];
    expect(standing('eve', cycle)!.line).toBe('manager');
    expect(standing('hedy', [...cycle, joined('hedy', 'parks')])).toBe(undefined);
  });
});

describe('An HR partner', () => {
  const isPartner = (events: readonly OrganisationEvent[], day?: string) =>
    standing('hedy', [...LINE, ...events], day)?.isPartner ?? false;

  it('cares for people of the unit and of those below it, and of no other', () => {
    expect(isPartner([partnered('playgrounds', 'hedy', '2026-01-01')])).toBe(true);
    expect(isPartner([partnered('city', 'hedy', '2026-01-01')])).toBe(true);
    expect(isPartner([partnered('police', 'hedy', '2026-01-01')])).toBe(false);
    expect(isPartner([])).toBe(false);
  });

  it('does so from a day on until the next one', () => {
    const named = [partnered('parks', 'hedy', '2026-02-01'), partnered('parks', null, '2026-04-01')];
    expect(
      ['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map((day) => isPartner(named, day)),
    ).toEqual([false, true, true, false]);
  });

  it('loses sight of whoever moves elsewhere, and of a unit that does', () => {
    const named = partnered('parks', 'hedy', '2026-01-01');
    expect(isPartner([named, movedTo('ada', 'police', '2026-02-01')])).toBe(false);
    expect(isPartner([named, moved('playgrounds', 'police')])).toBe(false);
  });
});

describe('Those who stand to a person', () => {
  const events = [...UNITS, ...LINE, partnered('parks', 'hedy', '2026-01-01')];
  const readers = (day: string, ...more: readonly OrganisationEvent[]) =>
    readersOf({ personId: who('ada'), at: on(day) }, of(...events, ...more)).map(
      ({ personId, as, unitId, onBehalfOf }) =>
        [personId, as, unitId, onBehalfOf && `for ${onBehalfOf}`].filter(Boolean).join(' '),
    );

  it('are the line from the nearest up, then the HR partners', () =>
    expect(readers('2026-03-01')).toEqual([
      'ada owner',
      'grace manager',
      'mary above',
      'top above',
      'hedy hr-partner parks',
    ]));

  it('are nobody who has left, and nobody of one who is not there', () => {
    expect(readers('2026-03-01', left('grace', '2026-02-01'))).not.toContain('grace manager');
    expect(readers('2025-03-01')).toEqual([]);
  });

  it('are deputies, too, each behind whom they act for, while they do', () => {
    const deputy = deputised('grace', 'joan', '2026-02-01', '2026-04-01');
    const readersOn = (day: string) => readers(day, joined('joan', 'police'), deputy);
    expect(readersOn('2026-03-01').slice(0, 3)).toEqual([
      'ada owner',
      'grace manager',
      'joan manager for grace',
    ]);
    expect(readersOn('2026-04-01').join()).not.toContain('joan');
  });
});
