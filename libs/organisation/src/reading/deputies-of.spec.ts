import { organisationFrom } from '../testing/organisation-in-memory.js';
import { city, parks } from '../testing/organisation.examples.js';
import { deputised, joined, left, on, undeputised, who } from '../testing/people.examples.js';
import { deputiesOf } from './deputies-of.js';
import type { OrganisationEvent } from './known-organisation.js';

const PEOPLE = ['grace', 'bob', 'ada'].map((name) => joined(name, 'parks'));
const july = deputised('grace', 'bob', '2026-07-01', '2026-08-01');

const told = (person: string, day: string, ...events: OrganisationEvent[]) =>
  deputiesOf(who(person), on(day), organisationFrom(city, parks, ...PEOPLE, ...events));

describe('The deputies of a person', () => {
  const shown = { personId: 'grace', deputyId: 'bob', from: on('2026-07-01'), until: on('2026-08-01') };

  it('are those who act, and those who will', () => {
    expect(told('grace', '2026-06-30', july)?.deputies).toEqual([{ ...shown, acting: false }]);
    expect(told('grace', '2026-07-01', july)?.deputies).toEqual([{ ...shown, acting: true }]);
    expect(told('grace', '2026-08-01', july)?.deputies).toEqual([]);
  });

  it('are told to the deputy, too, and to nobody else of them', () => {
    expect(told('bob', '2026-07-10', july)).toEqual({
      deputies: [],
      deputyOf: [{ ...shown, acting: true }],
    });
    expect(told('ada', '2026-07-10', july)).toEqual({ deputies: [], deputyOf: [] });
  });

  it('end with a word, or once either of the two has left', () => {
    const ended = undeputised('grace', 'bob', '2026-07-10');
    expect(told('grace', '2026-07-09', july, ended)?.deputies).toMatchObject([
      { acting: true, until: on('2026-07-10') },
    ]);
    expect(told('grace', '2026-07-10', july, ended)?.deputies).toEqual([]);
    for (const gone of ['grace', 'bob'])
      expect(told('grace', '2026-07-10', july, left(gone, '2026-07-10'))?.deputies).toMatchObject([
        { acting: false },
      ]);
  });

  it('are unknown of somebody who does not exist', () =>
    expect(told('nobody', '2026-07-10', july)).toBe(undefined));
});
