import { decision } from '@pm/kernel/testing';
import { deputised, on, undeputised, who } from '../testing/people.examples.js';
import { deputies } from './deputies.state.js';
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
