import type { Asking } from '@pm/eventing';
import type { ActorId, Event, Fold, Owner } from '@pm/kernel';
import type { OrganisationEvent } from './reading/known-organisation.js';
import { isLed, relationship, sides } from './relationship.js';
import { streamOf } from './testing/organisation-in-memory.js';
import { city, id, parks, playgrounds } from './testing/organisation.examples.js';
import { deputised, headed, joined, ledBy, left, on, undeputised, who } from './testing/people.examples.js';
import type { PersonEvent } from './people/person.events.js';

/** Streams in memory, as folds read them. */
const reading = (...events: OrganisationEvent[]): Pick<Asking, 'read'> => ({
  read: async <State, E extends Event>(fold: Fold<State, E>, id: string) =>
    events
      .filter((event) => streamOf(event) === `${fold.category}-${id}`)
      .reduce((state, event) => fold.evolve(state, event as unknown as E), fold.initial),
});

const to = (owner: string): Owner => ({ personId: who(owner) });
const toUnit = (unit: string): Owner => ({ unitId: id(unit) });
const standsTo = (...events: OrganisationEvent[]) => {
  const streams = reading(...events);
  return (actor: string, owner: Owner, day = '2026-03-01') =>
    relationship({ actor: actor as ActorId, owner, at: on(day) }, streams);
};

describe('How an actor stands to a person', () => {
  const people = [
    joined('ada', 'parks', { manager: 'grace' }),
    joined('grace', 'parks', { manager: 'mary' }),
    joined('mary', 'city', { manager: 'top' }),
    joined('top', 'city'),
  ];

  it('is owner, manager, manager’s manager, or none further up or aside', async () => {
    const stands = standsTo(...people);
    const all = ['ada', 'grace', 'mary', 'top', 'import'].map((actor) => stands(actor, to('ada')));
    expect(await Promise.all(all)).toEqual(['owner', 'manager', 'managers-manager', 'none', 'none']);
  });

  it('is as of the moment asked about, whenever it was recorded', async () => {
    const stands = standsTo(...people, ledBy('ada', 'top', '2026-06-01'), ledBy('ada', 'mary', '2026-02-01'));
    expect(await stands('grace', to('ada'), '2026-01-31')).toBe('manager');
    expect(await stands('mary', to('ada'), '2026-02-01')).toBe('manager');
    expect(await stands('top', to('ada'), '2026-05-31')).toBe('managers-manager');
    expect(await stands('top', to('ada'), '2026-06-01')).toBe('manager');
  });

  it('is unknown where the person does not exist, joins later or has left', async () => {
    const stands = standsTo(...people, left('ada', '2026-02-01'));
    expect(await stands('grace', to('nobody'))).toBe('unknown');
    expect(await stands('grace', to('ada'), '2025-12-31')).toBe('unknown');
    expect(await stands('grace', to('ada'), '2026-02-01')).toBe('unknown');
  });

  it('is none for a manager who left, and as before for the one above', async () => {
    const stands = standsTo(...people, left('grace', '2026-02-01'));
    expect(await stands('grace', to('ada'))).toBe('none');
    expect(await stands('mary', to('ada'))).toBe('managers-manager');
  });

  it('is answered where two changes at the same moment closed a cycle', async () => {
    const stands = standsTo(
      joined('ada', 'parks', { manager: 'grace' }),
      joined('grace', 'parks', { manager: 'ada' }),
    );
    expect(await stands('ada', to('ada'))).toBe('owner');
    expect(await stands('grace', to('ada'))).toBe('manager');
    expect(await stands('mary', to('ada'))).toBe('none');
  });
});

describe('How an actor stands to a unit', () => {
  const units = [city, parks, playgrounds];
  const people = ['ada', 'grace', 'mary'].map((name) => joined(name, 'city'));
  const heads = [
    headed('playgrounds', 'ada', '2026-01-01'),
    headed('parks', 'grace', '2026-01-01'),
    headed('city', 'mary', '2026-01-01'),
  ];

  it('is owner as its head, manager as the head above, managers-manager as the one above that', async () => {
    const stands = standsTo(...units, ...people, ...heads);
    const all = ['ada', 'grace', 'mary', 'nobody'].map((actor) => stands(actor, toUnit('playgrounds')));
    expect(await Promise.all(all)).toEqual(['owner', 'manager', 'managers-manager', 'none']);
    expect(await stands('mary', toUnit('city'))).toBe('owner');
    expect(await stands('ada', toUnit('city'))).toBe('none');
  });

  it('passes over units above that have no head, or the same one', async () => {
    const none = standsTo(...units, ...people, heads[0]!, heads[2]!);
    expect(await none('mary', toUnit('playgrounds'))).toBe('manager');
    const same = standsTo(...units, ...people, ...heads, headed('parks', 'ada', '2026-02-01'));
    expect(await same('ada', toUnit('playgrounds'))).toBe('owner');
    expect(await same('mary', toUnit('playgrounds'))).toBe('manager');
  });

  it('passes over a head who left, and is manager of a unit without one', async () => {
    const stands = standsTo(
      ...units,
      ...people,
      ...heads,
      left('grace', '2026-02-01'),
      headed('playgrounds', null, '2026-02-01'),
    );
    expect(await stands('mary', toUnit('playgrounds'))).toBe('manager');
    expect(await stands('ada', toUnit('playgrounds'))).toBe('none');
    expect(await stands('ada', toUnit('playgrounds'), '2026-01-31')).toBe('owner');
  });

  it('is unknown where there is no such unit', async () =>
    expect(await standsTo(...units)('ada', toUnit('atlantis'))).toBe('unknown'));
});

describe('How a deputy stands to an owner', () => {
  const people = [
    joined('ada', 'parks', { manager: 'grace' }),
    joined('grace', 'parks', { manager: 'mary' }),
    joined('mary', 'city'),
    joined('bob', 'parks', { manager: 'grace' }),
  ];
  const forGrace = [deputised('grace', 'bob', '2026-02-01', '2026-04-01')];
  const stands = (
    actor: string,
    onBehalfOf: string,
    owner: Owner,
    events: OrganisationEvent[],
    day = '2026-03-01',
  ) =>
    relationship(
      { actor: actor as ActorId, onBehalfOf: onBehalfOf as ActorId, owner, at: on(day) },
      reading(city, parks, ...people, ...events),
    );

  it('is as whoever they act for, of people and of units', async () => {
    const heads = [headed('parks', 'grace', '2026-01-01')];
    expect(await stands('bob', 'grace', to('ada'), forGrace)).toBe('manager');
    expect(await stands('bob', 'grace', to('grace'), forGrace)).toBe('owner');
    expect(await stands('bob', 'grace', toUnit('parks'), [...heads, ...forGrace])).toBe('owner');
    expect(await stands('bob', 'grace', to('mary'), forGrace)).toBe('none');
    expect(await stands('bob', 'grace', to('nobody'), forGrace)).toBe('unknown');
  });

  it('is none before their time, after it, and once it was ended', async () => {
    expect(await stands('bob', 'grace', to('ada'), forGrace, '2026-01-31')).toBe('none');
    expect(await stands('bob', 'grace', to('ada'), forGrace, '2026-04-01')).toBe('none');
    const ended = [...forGrace, undeputised('grace', 'bob', '2026-03-01')];
    expect(await stands('bob', 'grace', to('ada'), ended)).toBe('none');
  });

  it('is none for whoever is no deputy, or deputy of a deputy', async () => {
    const chain = [...forGrace, deputised('bob', 'mary', '2026-02-01', '2026-04-01')];
    expect(await stands('bob', 'grace', to('ada'), [])).toBe('none');
    expect(await stands('mary', 'grace', to('ada'), chain)).toBe('none');
    expect(await stands('mary', 'bob', to('ada'), chain)).toBe('none');
  });

  it('is none where it is their own', async () => {
    const heads = [headed('parks', 'bob', '2026-01-01'), headed('city', 'grace', '2026-01-01')];
    expect(await stands('bob', 'grace', to('bob'), forGrace)).toBe('none');
    expect(await stands('bob', 'grace', toUnit('parks'), [...heads, ...forGrace])).toBe('none');
  });

  it('is none once either of the two has left', async () => {
    for (const gone of ['grace', 'bob'])
      expect(await stands('bob', 'grace', to('ada'), [...forGrace, left(gone, '2026-02-15')])).toBe('none');
  });
});

describe('The sides of an owner', () => {
  const told = (owner: Owner, ...events: OrganisationEvent[]) =>
    sides({ owner, at: on('2026-03-01') }, reading(...events));
  const people = [joined('ada', 'parks', { manager: 'grace' }), joined('grace', 'parks')];

  it('are a person and whoever leads them', async () =>
    expect(await told(to('ada'), ...people)).toEqual({ owner: 'ada', manager: 'grace' }));

  it('are the head of a unit and the head above', async () => {
    const heads = [headed('parks', 'ada', '2026-01-01'), headed('city', 'grace', '2026-01-01')];
    const both = await told(toUnit('parks'), city, parks, ...people, ...heads);
    expect(both).toEqual({ owner: 'ada', manager: 'grace' });
    const headless = await told(toUnit('parks'), city, parks, ...people, heads[1]!);
    expect(headless).toEqual({ owner: null, manager: 'grace' });
  });

  it('are nobody who has left, at the top of the line, or for whoever does not exist', async () => {
    expect(await told(to('ada'), ...people, left('grace', '2026-02-01'))).toEqual({
      owner: 'ada',
      manager: null,
    });
    expect(await told(to('grace'), ...people)).toEqual({ owner: 'grace', manager: null });
    expect(await told(to('nobody'), ...people)).toEqual({ owner: null, manager: null });
  });
});

describe('A person is led', () => {
  const led = (...events: PersonEvent[]) =>
    isLed({ personId: who('ada'), at: on('2026-03-01') }, reading(...events));
  const [ada, grace] = [joined('ada', 'parks', { manager: 'grace' }), joined('grace', 'parks')];

  it('by a manager who is there', async () => expect(await led(ada, grace)).toBe(true));

  it('by nobody at the top of the line', async () => expect(await led(joined('ada', 'parks'))).toBe(false));

  it('by nobody once the manager has left, until there is another', async () => {
    const gone = [ada, grace, left('grace', '2026-02-01')];
    expect(await led(...gone)).toBe(false);
    expect(await led(...gone, joined('mary', 'city'), ledBy('ada', 'mary', '2026-03-01'))).toBe(true);
  });
});
