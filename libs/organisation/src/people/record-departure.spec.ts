import { decision } from '@pm/kernel/testing';
import { erased, joined, left, on, who } from '../testing/people.examples.js';
import { people } from './person.state.js';
import { recordDeparture } from './record-departure.decide.js';

const { given } = decision(people, recordDeparture);
const ada = joined('ada', 'parks');
const leaving = (day: string) => ({ personId: who('ada'), effectiveAt: on(day) });

describe('Record a departure', () => {
  it('records the day on which they leave', () =>
    given(ada).when(leaving('2026-03-01')).gives(left('ada', '2026-03-01')));

  it('records nothing for the same day again', () =>
    given(ada, left('ada', '2026-03-01')).when(leaving('2026-03-01')).gives());

  it('replaces the day by another one, earlier or later', () => {
    given(ada, left('ada', '2026-03-01')).when(leaving('2026-02-01')).gives(left('ada', '2026-02-01'));
    given(ada, left('ada', '2026-03-01')).when(leaving('2026-04-01')).gives(left('ada', '2026-04-01'));
  });

  it('refuses somebody who was erased', () =>
    given(ada, erased('ada', '2026-02-01')).when(leaving('2026-03-01')).refuses('person-erased'));

  it('refuses a day before they joined, and somebody who does not exist', () => {
    given(ada).when(leaving('2025-12-31')).refuses('person-not-joined');
    given().when(leaving('2026-03-01')).refuses('person-unknown');
  });
});
