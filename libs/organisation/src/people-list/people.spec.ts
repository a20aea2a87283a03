import { shown } from '@pm/kernel/testing';
import { joined, ledBy, left, movedTo, on, personOf, renamedTo, who } from '../testing/people.examples.js';
import { managerLine } from '../people/people-above.js';
import { peopleView, presentPerson } from './people.view.js';
import { unitMembers } from './unit-members.view.js';

const { given } = shown(peopleView);
const ada = joined('ada', 'parks', { manager: 'grace' });

describe('People', () => {
  it('shows somebody with number, name, unit and manager', () =>
    given(ada).shows('ada', {
      personId: who('ada'),
      number: 'ada',
      name: 'ada',
      joinedAt: on('2026-01-01'),
      units: [{ from: on('2026-01-01'), value: 'parks' as never }],
      managers: [{ from: on('2026-01-01'), value: who('grace') }],
    }));

  it('keeps what holds over time in the order of time, whenever it was recorded', () =>
    given(
      ada,
      movedTo('ada', 'police', '2026-05-01'),
      movedTo('ada', 'pools', '2026-03-01'),
      ledBy('ada', null, '2026-04-01'),
      renamedTo('ada', 'Ada'),
      left('ada', '2026-09-01'),
    ).shows('ada', {
      name: 'Ada',
      leftAt: on('2026-09-01'),
      units: [
        { from: on('2026-01-01'), value: 'parks' as never },
        { from: on('2026-03-01'), value: 'pools' as never },
        { from: on('2026-05-01'), value: 'police' as never },
      ],
      managers: [
        { from: on('2026-01-01'), value: who('grace') },
        { from: on('2026-04-01'), value: null },
      ],
    }));

  it('shows nothing for somebody who never joined', () =>
    given(movedTo('ada', 'police', '2026-05-01'), left('ada', '2026-09-01')).showsNothing('ada'));

  it('presents where somebody belongs at a moment; plans are listed, but do not hold yet', () => {
    const { joinedAt, leftAt, name, units, managers } = personOf(
      ada,
      movedTo('ada', 'police', '2026-05-01'),
      ledBy('ada', null, '2026-05-01'),
      left('ada', '2026-09-01'),
    );
    const document = { personId: who('ada'), joinedAt: joinedAt!, leftAt, name: name!, units, managers };
    const at = (day: string) => presentPerson(document, on(day));
    expect(at('2025-12-31')).toMatchObject({ standing: 'not-joined' });
    expect(at('2025-12-31').unitId).toBeUndefined();
    expect(at('2026-04-30')).toMatchObject({ standing: 'present', unitId: 'parks', managerId: 'grace' });
    expect(at('2026-04-30').memberships).toHaveLength(2);
    expect(at('2026-05-01')).toMatchObject({ unitId: 'police', managerId: null });
    expect(at('2026-09-01')).toMatchObject({ standing: 'left', leftAt: on('2026-09-01') });
    expect(at('2026-09-01').unitId).toBeUndefined();
  });
});

describe('Members of a unit', () => {
  it('are those who belong to it at some time', () => {
    const members = shown(unitMembers).given(ada, movedTo('ada', 'police', '2026-05-01'));
    members.shows('parks.ada', { personId: who('ada') });
    members.shows('police.ada', { personId: who('ada') });
  });
});

describe('The line of managers', () => {
  const managers: Record<string, string> = {
    ada: 'grace',
    grace: 'mary',
    eve: 'bob',
    bob: 'eve',
    joe: 'eve',
  };
  const lineOf = (person: string) =>
    managerLine(who(person), async (id) => (managers[id] ? who(managers[id]) : null));

  it('leads from the nearest up', async () =>
    expect(await lineOf('ada')).toEqual({ personIds: ['grace', 'mary'] }));

  it('ends where it closes a cycle, and says so', async () => {
    expect(await lineOf('eve')).toEqual({ personIds: ['bob'], problem: 'manager-cycle' });
    expect(await lineOf('joe')).toEqual({ personIds: ['eve', 'bob'], problem: 'manager-cycle' });
  });
});
