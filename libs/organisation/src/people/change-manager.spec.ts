import { decision } from '@pm/kernel/testing';
import { erased, everyone, joined, ledBy, left, on, who } from '../testing/people.examples.js';
import { changeManager, type ChangeManagerFacts } from './change-manager.decide.js';
import { LINE_MAX } from './manager-line.state.js';
import type { PersonEvent } from './person.events.js';
import { people } from './person.state.js';

const { given } = decision(people, changeManager);
const ada = joined('ada', 'parks');
const grace = joined('grace', 'parks');
const mary = joined('mary', 'city');
const to = (manager: string | null, from: string, ...others: PersonEvent[]): ChangeManagerFacts => ({
  personId: who('ada'),
  managerId: manager === null ? null : who(manager),
  above: everyone(grace, mary, ...others),
  effectiveAt: on(from),
});

describe('Change the manager of a person', () => {
  it('lets somebody else lead them from a day on', () =>
    given(ada)
      .when(to('grace', '2026-03-01'))
      .gives(ledBy('ada', 'grace', '2026-03-01')));

  it('lets nobody lead them', () =>
    given(ada, ledBy('ada', 'grace', '2026-02-01'))
      .when(to(null, '2026-03-01'))
      .gives(ledBy('ada', null, '2026-03-01')));

  it('records nothing for whoever leads them on that day', () => {
    given(ada).when(to(null, '2026-03-01')).gives();
    given(ada, ledBy('ada', 'grace', '2026-02-01'))
      .when(to('grace', '2026-03-01'))
      .gives();
  });

  it('takes another one for the same day: the later recorded stands', () =>
    given(ada, ledBy('ada', 'grace', '2026-03-01'))
      .when(to('mary', '2026-03-01'))
      .gives(ledBy('ada', 'mary', '2026-03-01')));

  it('refuses themselves, in every state', () =>
    given(ada).when(to('ada', '2026-03-01')).refuses('own-manager'));

  it('refuses somebody who does not exist, joins later or has left', () => {
    given(ada).when(to('nobody', '2026-03-01')).refuses('manager-unknown');
    given(ada)
      .when(to('late', '2026-03-01', joined('late', 'parks', { from: '2026-04-01' })))
      .refuses('manager-absent');
    given(ada)
      .when(to('grace', '2026-03-01', left('grace', '2026-02-01')))
      .refuses('manager-absent');
  });

  it('refuses somebody who was erased, as manager and as person, also for a day before', () => {
    given(ada)
      .when(to('grace', '2026-03-01', erased('grace', '2026-04-01')))
      .refuses('person-erased');
    given(ada, erased('ada', '2026-04-01')).when(to('grace', '2026-03-01')).refuses('person-erased');
  });

  it('refuses it for somebody who does not exist, joins later or has left', () => {
    given().when(to('grace', '2026-03-01')).refuses('person-unknown');
    given(ada).when(to('grace', '2025-03-01')).refuses('person-not-joined');
    given(ada, left('ada', '2026-02-01')).when(to('grace', '2026-03-01')).refuses('person-left');
  });

  it('rule 12: refuses somebody whom they lead, directly or further down', () => {
    given(ada)
      .when(to('grace', '2026-03-01', ledBy('grace', 'ada', '2026-02-01')))
      .refuses('manager-cycle');
    const further = [ledBy('grace', 'mary', '2026-02-01'), ledBy('mary', 'ada', '2026-02-01')];
    given(ada)
      .when(to('grace', '2026-03-01', ...further))
      .refuses('manager-cycle');
  });

  it('rule 12: refuses a cycle that would close at a later moment', () =>
    given(ada)
      .when(to('grace', '2026-03-01', ledBy('grace', 'ada', '2026-09-01')))
      .refuses('manager-cycle'));

  it('rule 12: refuses a cycle that would close only in between', () => {
    const between = [ledBy('grace', 'mary', '2026-04-01'), ledBy('grace', null, '2026-06-01')];
    const meanwhile = [ledBy('mary', 'ada', '2026-05-01'), ledBy('mary', null, '2026-05-02')];
    given(ada)
      .when(to('grace', '2026-03-01', ...between, ...meanwhile))
      .refuses('manager-cycle');
  });

  it('takes somebody whom they led before, or will lead once another one leads them', () => {
    const before = [ledBy('grace', 'ada', '2026-01-15'), ledBy('grace', null, '2026-03-01')];
    given(ada)
      .when(to('grace', '2026-03-01', ...before))
      .gives(ledBy('ada', 'grace', '2026-03-01'));
    given(ada, ledBy('ada', 'mary', '2026-06-01'))
      .when(to('grace', '2026-03-01', ledBy('grace', 'ada', '2026-06-01')))
      .gives(ledBy('ada', 'grace', '2026-03-01'));
  });

  it('takes a line in which two people never stand above each other at the same moment', () => {
    const never = [
      ledBy('grace', 'mary', '2026-04-01'),
      ledBy('grace', null, '2026-05-01'),
      ledBy('mary', 'ada', '2026-05-01'),
    ];
    given(ada)
      .when(to('grace', '2026-03-01', ...never))
      .gives(ledBy('ada', 'grace', '2026-03-01'));
  });

  it('refuses a line that closes on itself further up, as two changes at the same moment leave it', () => {
    const closed = [ledBy('grace', 'mary', '2026-02-01'), ledBy('mary', 'grace', '2026-02-01')];
    given(ada)
      .when(to('grace', '2026-03-01', ...closed))
      .refuses('manager-cycle');
  });

  it(`takes ${LINE_MAX} managers one above the other, and no more`, () => {
    const line = (length: number): PersonEvent[] =>
      Array.from({ length }, (_, place) =>
        joined(`m${place}`, 'city', { manager: place + 1 < length ? `m${place + 1}` : undefined }),
      );
    given(ada)
      .when(to('m0', '2026-03-01', ...line(LINE_MAX)))
      .gives(ledBy('ada', 'm0', '2026-03-01'));
    given(ada)
      .when(to('m0', '2026-03-01', ...line(LINE_MAX + 1)))
      .refuses('line-too-long');
  });
});
