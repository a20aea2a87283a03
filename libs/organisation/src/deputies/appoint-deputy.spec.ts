import type { ActorId, Instant } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import {
  deputised,
  erased,
  joined,
  left,
  on,
  personOf,
  undeputised,
  who,
} from '../testing/people.examples.js';
import { appointDeputy, type AppointDeputyFacts, DEPUTIES_MAX } from './appoint-deputy.decide.js';
import { deputies } from './deputies.state.js';

const { given } = decision(deputies, appointDeputy);
const [grace, bob] = [joined('grace', 'parks'), joined('bob', 'parks')];
const NOON = '2026-06-15T12:00:00.000Z' as Instant;
const asking = (change: Partial<AppointDeputyFacts> = {}): AppointDeputyFacts => ({
  personId: who('grace'),
  person: personOf(grace),
  deputyId: who('bob'),
  deputy: personOf(bob),
  actor: 'grace' as ActorId,
  from: on('2026-07-01'),
  until: on('2026-08-01'),
  today: on('2026-06-15'),
  now: NOON,
  ...change,
});
const july = deputised('grace', 'bob', '2026-07-01', '2026-08-01');

describe('Appoint a deputy', () => {
  it('lets somebody else act for a person from a day on, until another one', () =>
    given().when(asking()).gives(july));

  it('begins now where it is today, and may be appointed by somebody else than the person', () => {
    const today = asking({ actor: 'admin' as ActorId, from: on('2026-06-15') });
    const begun = { ...july, effectiveAt: NOON };
    given().when(today).gives(begun);
    given(deputised('grace', 'bob', '2026-06-01', '2026-08-01'), undeputised('grace', 'bob', '2026-06-15'))
      .when(today)
      .gives(begun);
  });

  it('records nothing where they are deputy throughout, up to the same day', () => {
    given(july).when(asking()).gives();
    given(deputised('grace', 'bob', '2026-06-01', '2026-08-01'))
      .when(asking())
      .gives();
  });

  it('lets several act at once, and the same one again at another time', () => {
    given(deputised('grace', 'ada', '2026-07-01', '2026-08-01'))
      .when(asking())
      .gives(july);
    given(deputised('grace', 'bob', '2026-06-20', '2026-07-01'))
      .when(asking())
      .gives(july);
    given(deputised('grace', 'bob', '2026-08-01', '2026-09-01'))
      .when(asking())
      .gives(july);
    given(july, undeputised('grace', 'bob', '2026-06-12'))
      .when(asking())
      .gives(july);
  });

  it('refuses a time that overlaps another one of the same deputy', () => {
    given(deputised('grace', 'bob', '2026-06-20', '2026-07-02'))
      .when(asking())
      .refuses('deputy-already');
    given(deputised('grace', 'bob', '2026-07-31', '2026-09-01'))
      .when(asking())
      .refuses('deputy-already');
    given(deputised('grace', 'bob', '2026-07-10', '2026-07-12'))
      .when(asking())
      .refuses('deputy-already');
  });

  it('refuses oneself as deputy, whoever appoints', () => {
    given()
      .when(asking({ deputyId: who('grace'), actor: 'admin' as ActorId }))
      .refuses('own-deputy');
    given()
      .when(asking({ actor: 'bob' as ActorId }))
      .refuses('self-appointed');
  });

  it('refuses a deputy who does not exist, joins later, has left or was erased', () => {
    given()
      .when(asking({ deputy: personOf() }))
      .refuses('person-unknown');
    given()
      .when(asking({ deputy: personOf(joined('bob', 'parks', { from: '2026-07-02' })) }))
      .refuses('deputy-absent');
    given()
      .when(asking({ deputy: personOf(bob, left('bob', '2026-07-01')) }))
      .refuses('deputy-absent');
    given()
      .when(asking({ deputy: personOf(bob, left('bob', '2026-02-01'), erased('bob', '2026-02-02')) }))
      .refuses('person-erased');
  });

  it('refuses for a person who does not exist, has left or was erased', () => {
    given()
      .when(asking({ person: personOf() }))
      .refuses('person-unknown');
    given()
      .when(asking({ person: personOf(grace, left('grace', '2026-07-01')) }))
      .refuses('person-left');
    given()
      .when(asking({ person: personOf(grace, left('grace', '2026-02-01'), erased('grace', '2026-02-02')) }))
      .refuses('person-erased');
  });

  it('refuses a time that ends before it begins, or began before today', () => {
    given()
      .when(asking({ until: on('2026-07-01') }))
      .refuses('deputy-dates');
    given()
      .when(asking({ from: on('2026-06-14') }))
      .refuses('deputy-backdated');
  });

  it('refuses more than can be seen at once, of those that stand', () => {
    const others = Array.from({ length: DEPUTIES_MAX }, (_, nth) =>
      deputised('grace', `other ${nth}`, '2026-05-01', '2026-07-01'),
    );
    given(...others)
      .when(asking())
      .refuses('too-many-deputies');
    given(...others)
      .when(asking({ from: on('2026-07-01'), today: on('2026-07-01'), now: on('2026-07-01') }))
      .gives(july);
  });
});
