import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { done } from '../support/done.js';
import { expectProblem } from '../support/expect-problem.js';
import { fresh } from '../support/fresh.js';
import { made } from '../support/made.js';
import { onBehalfOf } from '../support/on-behalf.js';
import { PLACES } from '../support/places.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;
const reason = 'She is on leave.';

describe.each(PLACES)('A manager on leave, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  const people: Record<string, string> = {};
  const goals: Record<string, string> = {};
  beforeAll(async () => {
    clock = new ManualClock(at('2026-06-01'));
    server = await startServer({ place: await place(), clock });
    await organise();
  });
  afterAll(() => server.stop());

  const who = (name: string) => server.person(people[name]!);
  const admin = () => server.as('people-admin');
  const bobForGrace = () => onBehalfOf(people['grace']!, who('bob'));
  const deputiesOf = async (name: string, query = '') =>
    done(who('ada').get(`/people/${people[name]}/deputies?${query}`));
  const appoint = (by: Client, person: string, deputy: string, days: object) =>
    by.post(`/people/${people[person]}/deputies`, { deputyId: people[deputy], reason, ...days });
  const end = (by: Client, person: string, deputy: string) =>
    by.post(`/people/${people[person]}/deputies/${people[deputy]}/end`, { reason: 'She is back.' });

  async function organise(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const unitId = await made(admin().post('/units', { name: 'City', kind: 'city' }));
    const join = async (name: string, managerId?: string) => {
      const person = { number: name, name, unitId, managerId, from: '2025-01-01' };
      people[name] = await made(admin().post('/people', person));
    };
    await join('grace');
    await join('mary');
    await join('bob', people['grace']);
    await join('ada', people['grace']);
    for (const name of ['ada', 'bob']) goals[name] = await agreed(name);
  }

  /** A private goal of somebody whom Grace leads, which they want to change. */
  async function agreed(name: string): Promise<string> {
    const goal = {
      kind: 'objective',
      title: `The secret of ${name}`,
      personId: people[name],
      visibility: 'private',
    };
    const goalId = await made(who(name).post('/goals', goal));
    await made(who(name).post(`/goals/${goalId}/proposal`));
    await made(who('grace').post(`/goals/${goalId}/acceptance`, { termsRevision: 1 }));
    await made(who(name).post(`/goals/${goalId}/activation`, {}));
    await askForChange(name, goalId);
    return goalId;
  }

  async function askForChange(name: string, goalId: string): Promise<void> {
    const { etag } = (await who(name).get(await fresh(server, `/goals/${goalId}`))).headers;
    const change = { title: `What ${name} found out`, reason: 'It rained.' };
    await done(who(name).post(`/goals/${goalId}/change-request`, change, { 'if-match': etag as string }));
  }

  async function approve(by: Client, goalId: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { etag } = (await who('grace').get(await fresh(server, `/goals/${goalId}`))).headers;
    return by.post(`/goals/${goalId}/change-approval`, {}, { 'if-match': etag as string, ...headers });
  }

  it('appoints somebody else, for days that are to come', async () => {
    expectProblem(await appoint(who('bob'), 'grace', 'bob', { until: '2026-06-30' }), 403, 'forbidden');
    expectProblem(await appoint(who('grace'), 'grace', 'grace', { until: '2026-06-30' }), 422, 'own-deputy');
    await done(appoint(who('grace'), 'grace', 'bob', { from: '2026-06-10', until: '2026-06-20' }));
    const shown = {
      personId: people['grace'],
      deputyId: people['bob'],
      from: '2026-06-10T00:00:00.000Z',
      until: '2026-06-20T23:59:59.999Z',
      acting: false,
    };
    expect(await deputiesOf('grace')).toEqual({ deputies: [shown], deputyOf: [] });
    expect(await deputiesOf('bob')).toEqual({ deputies: [], deputyOf: [shown] });
    expect(await deputiesOf('grace', 'asOf=2026-06-15')).toMatchObject({ deputies: [{ acting: true }] });
    expect(await deputiesOf('grace', 'asOf=2026-06-21')).toMatchObject({ deputies: [] });
    expectProblem(await who('ada').get(`/people/${goals['ada']}/deputies`), 404, 'person-unknown');
    expectProblem(await approve(bobForGrace(), goals['ada']!), 403, 'not-a-deputy');
  });

  it('has a deputy decide on a change, of whom the history tells beside her', async () => {
    clock.set(at('2026-06-15'));
    const other = { termsRevision: 2 };
    expectProblem(await who('bob').post(`/goals/${goals['ada']}/acceptance`, other), 409, 'not-your-goal');
    expect(await done(approve(bobForGrace(), goals['ada']!))).toMatchObject({ recorded: 1 });
    const both = { actor: people['bob'], onBehalfOf: people['grace'] };
    const [last] = (await server.stores.events.readStream(`goal-${goals['ada']}`)).slice(-1);
    expect(last).toMatchObject({ type: 'throughline.planning.GoalTermsRevised', metadata: both });
    const history = await fresh(server, `/goals/${goals['ada']}/changes`);
    const { changes } = await done(who('ada').get(history));
    expect(changes.at(-1)).toMatchObject({ type: 'GoalTermsRevised', ...both });
    const exported = await who('ada').get(`/exports/goal-history?format=ndjson&goal=${goals['ada']}`);
    expect(exported.bytes.toString()).toContain(`"on_behalf_of":"${people['grace']}"`);
  });

  it('lets him read what she reads, and both read logs say so', async () => {
    const since = clock.now();
    clock.set(at('2026-06-16'));
    const path = await fresh(server, `/goals/${goals['ada']}`);
    expect((await done(who('bob').get(path))).goal).not.toHaveProperty('title');
    expect((await done(bobForGrace().get(path))).goal).toMatchObject({ title: 'What ada found out' });
    const read = { what: 'goal', reader: people['bob'], onBehalfOf: people['grace'], recordId: goals['ada'] };
    for (const name of ['ada', 'grace']) {
      const { reads } = await done(who(name).get(`/people/${people[name]}/reads?since=${since}`));
      expect(reads).toMatchObject([read]);
    }
    const { people: readers } = await done(server.as('auditor').get(`/goals/${goals['ada']}/readers`));
    expect(readers).toMatchObject([
      { personId: people['ada'], as: 'its owner' },
      { personId: people['grace'], as: 'their manager' },
      { personId: people['bob'], as: 'their manager', onBehalfOf: people['grace'] },
    ]);
  });

  it('keeps both sides of what is the deputy’s own apart', async () => {
    expectProblem(await approve(bobForGrace(), goals['bob']!), 409, 'not-your-goal');
    await done(appoint(who('ada'), 'ada', 'mary', { until: '2026-06-20' }));
    await done(appoint(admin(), 'grace', 'mary', { until: '2026-06-20' }));
    const [forAda, forGrace] = ['ada', 'grace'].map((name) => onBehalfOf(people[name]!, who('mary')));
    const goalId = await made(
      forAda!.post('/goals', { kind: 'objective', title: 'Mow', personId: people['ada'] }),
    );
    await made(forAda!.post(`/goals/${goalId}/proposal`));
    const accepted = { termsRevision: 1 };
    expectProblem(await forGrace!.post(`/goals/${goalId}/acceptance`, accepted), 409, 'both-sides');
    await done(bobForGrace().post(`/goals/${goalId}/acceptance`, accepted));
  });

  it('takes one key for two requests where one of them is on behalf', async () => {
    const goal = { kind: 'objective', title: 'Two of them', personId: people['bob'] };
    const key = { 'idempotency-key': 'the-same' };
    const own = await done(who('bob').post('/goals', goal, key));
    const forGrace = await done(bobForGrace().post('/goals', { ...goal, personId: people['ada'] }, key));
    expect(forGrace).toMatchObject({ recorded: 1, repeated: false });
    expect(forGrace.id).not.toBe(own.id);
  });

  it('hands on nothing else: no roles, no data, no keys, no further deputies', async () => {
    const bobs = server.person(people['bob']!, 'people-admin', 'controller');
    const bob = onBehalfOf(people['grace']!, bobs);
    const grace = `/people/${people['grace']}`;
    expectProblem(await bob.get(`${grace}/data`), 403, 'not-on-behalf');
    expectProblem(await bob.get(`${grace}/reads`), 403, 'not-on-behalf');
    expectProblem(await bob.post(`${grace}/erasure`, { reason: 'objection' }), 403, 'not-on-behalf');
    expectProblem(await appoint(bob, 'grace', 'mary', { until: '2026-06-20' }), 403, 'not-on-behalf');
    expectProblem(await bob.post('/api-keys', { name: 'Mine', scopes: ['goal.plan'] }), 403, 'not-on-behalf');
    const reasoned = { reason: 'As an admin.' };
    const marys = await made(
      who('mary').post('/goals', { kind: 'objective', title: 'M', personId: people['mary'] }),
    );
    expectProblem(await bob.post(`/goals/${marys}/discard`, reasoned), 409, 'not-your-goal');
    await done(bobs.post(`/goals/${marys}/discard`, reasoned));
  });

  it('is stood in for by people of her own, not by their deputies nor by machines', async () => {
    await done(appoint(who('bob'), 'bob', 'ada', { until: '2026-06-20' }));
    const forGrace = (client: Client) => onBehalfOf(people['grace']!, client);
    expectProblem(await forGrace(who('ada')).get('/goals'), 403, 'not-a-deputy');
    const { key } = await done(
      admin().post('/api-keys', { name: 'Planner', scopes: ['goal.read', 'goal.plan'] }),
    );
    expectProblem(await forGrace(server.bearing(key as string)).get('/goals'), 403, 'not-a-deputy');
    expectProblem(await onBehalfOf('number:nobody', who('bob')).get('/goals'), 403, 'not-a-deputy');
    expectProblem(await onBehalfOf('Grace', who('bob')).get('/goals'), 400, 'invalid-input');
    await done(onBehalfOf('number:grace', who('bob')).get('/goals'));
  });

  it('is stood in for no longer than she wanted', async () => {
    await done(end(who('mary'), 'grace', 'mary'));
    expectProblem(await end(who('bob'), 'ada', 'mary'), 403, 'forbidden');
    expectProblem(await onBehalfOf(people['grace']!, who('mary')).get('/goals'), 403, 'not-a-deputy');
    await askForChange('ada', goals['ada']!);
    clock.set('2026-06-20T23:59:59.998Z' as Instant);
    await done(bobForGrace().get('/goals'));
    clock.set('2026-06-20T23:59:59.999Z' as Instant);
    expectProblem(await approve(bobForGrace(), goals['ada']!), 403, 'not-a-deputy');
    await done(approve(who('grace'), goals['ada']!));
    expect(await deputiesOf('grace', 'asKnownAt=2026-06-15&asOf=2026-06-15')).toMatchObject({
      deputies: [{ deputyId: people['bob'], acting: true }],
    });
  });

  it('is stood in for by nobody who was forgotten, nor once she was herself', async () => {
    await done(appoint(who('grace'), 'grace', 'mary', { until: '2026-07-20' }));
    await done(appoint(who('grace'), 'grace', 'bob', { until: '2026-07-20' }));
    const forgotten = { reason: 'objection', force: true };
    await done(admin().post(`/people/${people['bob']}/erasure`, forgotten));
    expectProblem(await bobForGrace().get('/goals'), 403, 'not-a-deputy');
    expectProblem(await appoint(admin(), 'ada', 'bob', { until: '2026-07-20' }), 409, 'person-erased');
    await done(onBehalfOf(people['grace']!, who('mary')).get('/goals'));
    await done(admin().post(`/people/${people['grace']}/erasure`, forgotten));
    expectProblem(await onBehalfOf(people['grace']!, who('mary')).get('/goals'), 403, 'not-a-deputy');
    expectProblem(await appoint(admin(), 'grace', 'ada', { until: '2026-07-20' }), 409, 'person-erased');
  });
});
