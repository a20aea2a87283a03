import { ChangeStream } from '../support/change-stream.js';
import { made } from '../support/made.js';
import { at, inboxOf, type Office, openOffice, proposed, toldTo } from '../support/office.js';
import { PLACES } from '../support/places.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { until } from '../support/until.js';

describe.each(PLACES)('Notifications, %s', (_, place) => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ place: await place() });
  });
  afterEach(() => office.stop());

  it('tell the side that has to answer a proposal, once and without a word of it', async () => {
    const { ada, grace, adaId } = office;
    const goalId = await proposed(ada, adaId);
    const [told, ...others] = await toldTo(grace, 1);
    expect(others).toEqual([]);
    expect(told).toEqual({
      notificationId: expect.any(String),
      kind: 'proposal-to-answer',
      goalId,
      termsRevision: 1,
      text: 'The terms of a goal wait for your acceptance.',
      raisedAt: '2026-01-13T09:15:00.000Z',
      state: 'unread',
    });
    expect(await inboxOf(ada)).toEqual([]);
  });

  it('tell of other terms anew, and of a change that was asked for', async () => {
    const { ada, grace, adaId } = office;
    const goalId = await proposed(ada, adaId);
    // What was answered before anybody could be told is told to nobody.
    await toldTo(grace, 1);
    await made(grace.post(`/goals/${goalId}/counter-proposal`, { title: 'Open two pools' }));
    expect(await toldTo(ada, 1)).toMatchObject([{ kind: 'proposal-to-answer', termsRevision: 2 }]);
    await made(ada.post(`/goals/${goalId}/acceptance`, { termsRevision: 2 }));
    const { headers } = await ada.get(`/goals/${goalId}?after=${await office.head()}`);
    const asked = { title: 'Open three pools', reason: 'A good year.' };
    await made(ada.post(`/goals/${goalId}/change-request`, asked, { 'if-match': headers.etag as string }));
    const kinds = (await toldTo(grace, 2)).map(({ kind, termsRevision }) => `${kind} ${termsRevision}`);
    expect(kinds.sort()).toEqual(['change-to-answer 3', 'proposal-to-answer 1']);
  });

  it('are gone from what is unread once they are read, and are nobody else’s', async () => {
    const { ada, grace, adaId } = office;
    for (const _ of Array(3)) await proposed(ada, adaId);
    const [newest, ...older] = await toldTo(grace, 3);
    const path = `/notifications/${newest!.notificationId}/read`;
    expect((await ada.post(path)).body.type).toBe('/problems/notification-unknown');
    const { status, body } = await grace.post(path);
    expect([status, body.recorded, (await grace.post(path)).body.recorded]).toEqual([200, 1, 0]);
    expect(await inboxOf(grace, `?state=unread&after=${body.position}`)).toEqual(older);
    expect((await inboxOf(grace)).map(({ state }) => state)).toEqual(['unread', 'unread', 'read']);
    const page = (await grace.get('/notifications?limit=2')).body;
    const rest = (await grace.get(`/notifications?limit=2&cursor=${page.next}`)).body;
    expect([page.notifications, rest.notifications]).toEqual([
      older,
      [expect.objectContaining({ state: 'read' })],
    ]);
  });

  describe('from which it would follow whose a private goal is', () => {
    let receiver: Receiver;
    const streams: ChangeStream[] = [];
    beforeEach(async () => {
      await office.server().app.listen(0, '127.0.0.1');
      receiver = await startReceiver();
    });
    afterEach(() => {
      for (const stream of streams.splice(0)) stream.leave();
      return receiver.close();
    });
    const follow = async (actor: string) => {
      const stream = await ChangeStream.open(office.server(), '?views=inbox,goal-tree', { actor });
      streams.push(stream);
      return stream;
    };

    it('are told by changes to the one whose they are alone, and to no webhook', async () => {
      const { ada, grace, adaId, graceId } = office;
      const types = ['planning.GoalDrafted', 'planning.GoalProposed', 'planning.GoalWithdrawn'];
      const named = [...types, 'notifications.NotificationRaised'].map((type) => `throughline.${type}`);
      await made(office.server().as('controller').post('/webhooks', { url: receiver.url, types: named }));
      const [others, hers] = [await follow(adaId), await follow(graceId)];
      const goalId = await proposed(ada, adaId, { visibility: 'private' });
      const [told] = await toldTo(grace, 1);
      await made(ada.post(`/goals/${goalId}/withdrawal`));
      const keys = [goalId, goalId, told!.notificationId, goalId];
      expect((await hers.first(4)).map(({ key }) => key)).toEqual(keys);
      expect((await others.first(3)).map(({ key }) => key)).toEqual([goalId, goalId, goalId]);
      await until(() => receiver.arrivals.length === 3);
      const about = receiver.arrivals.map(({ body }) => (JSON.parse(body) as { about: object }).about);
      expect(about).toEqual([{ goalId }, { goalId }, { goalId }]);
      expect(JSON.stringify(receiver.arrivals)).not.toMatch(`${adaId}|${graceId}`);
    });
  });
});

describe('Dated reminders', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  /** A goal of Ada's that is active and measured monthly. */
  async function active(terms: object): Promise<string> {
    const { ada, grace, adaId, server } = office;
    const { body } = await ada.get(`/people/${adaId}`);
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last' };
    const kpi = { ...shape, name: 'Visitors', unitId: body.unitId };
    const kpiId = await made(server().as('controller').post('/kpis', kpi));
    const measure = { kpiId, target: '90', direction: 'increase' };
    const goalId = await proposed(ada, adaId, { ...terms, measure });
    await toldTo(grace, 1);
    await made(grace.post(`/goals/${goalId}/acceptance`, { termsRevision: 1 }));
    await made(ada.post(`/goals/${goalId}/activation`, {}));
    return goalId;
  }
  const kinds = async (whose: 'ada' | 'grace') =>
    (await inboxOf(office[whose], `?after=${await office.head()}`))
      .map(({ kind, day }) => `${kind} ${day ?? ''}`.trim())
      .sort();
  /** Everything due by then was looked at. */
  async function seen(to: string) {
    await office.restart(to);
    const { stores } = office.server();
    const nine = new Date(`${to.slice(0, 10)}T09:00+01:00`).toISOString();
    await until(async () => (await stores.agenda.find(`daily reminders@${nine}`))?.state === 'done');
  }

  it('tell of a missed check-in on a working day, and the manager two working days later, each once', async () => {
    await active({ start: '2026-01-01', end: '2026-12-31' });
    await seen('2026-02-01T09:00+01:00');
    expect(await kinds('ada')).toEqual([]);
    await seen('2026-02-02T09:00+01:00');
    expect(await kinds('ada')).toEqual(['check-in-missed 2026-02-01']);
    await seen('2026-02-03T09:00+01:00');
    expect(await kinds('grace')).toEqual(['proposal-to-answer']);
    await seen('2026-02-04T09:00+01:00');
    await seen('2026-02-05T09:00+01:00');
    expect(await kinds('ada')).toEqual(['check-in-missed 2026-02-01']);
    expect(await kinds('grace')).toEqual(['check-in-escalated 2026-02-01', 'proposal-to-answer']);
  });

  it('tell of a goal that ends five working days later', async () => {
    await active({ start: '2026-01-01', end: '2026-01-30' });
    await seen('2026-01-22T09:00+01:00');
    expect(await kinds('ada')).toEqual([]);
    await seen('2026-01-23T09:00+01:00');
    expect(await kinds('ada')).toEqual(['goal-ending 2026-01-30']);
  });

  it('tell whoever came later of what waits for their answer', async () => {
    const { ada, adaId, admin, graceId } = office;
    await admin.put(`/people/${adaId}/manager`, {});
    await proposed(ada, adaId);
    await admin.put(`/people/${adaId}/manager`, { managerId: graceId, from: '2026-01-14' });
    await seen('2026-01-14T09:00+01:00');
    expect(await kinds('grace')).toEqual(['proposal-to-answer']);
  });
});

describe('A server that is stopped', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  it('tells nobody again once it is back, and makes up for what it missed', async () => {
    const { ada, grace, adaId } = office;
    await proposed(ada, adaId);
    const [told] = await toldTo(grace, 1);
    const { stores } = office.server();
    await office.restart('2026-01-14T12:00+01:00');
    const nine = 'daily reminders@2026-01-14T08:00:00.000Z';
    await until(async () => (await stores.agenda.find(nine))?.state === 'done');
    await proposed(ada, adaId, { title: 'Another one' });
    expect((await toldTo(grace, 2)).filter(({ goalId }) => goalId === told!.goalId)).toEqual([told]);
  });
});

describe('Processes that do jobs', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  it('tell of what was proposed while there was none', async () => {
    const { adaId, grace } = office;
    let goalId;
    await office.restart('2026-01-13T11:00+01:00', async (idle) => {
      goalId = await proposed(idle.person(adaId), adaId);
    });
    expect(await toldTo(grace, 1)).toMatchObject([{ goalId, kind: 'proposal-to-answer' }]);
  });

  it('tell of each thing once where two of them are on the same stores', async () => {
    const { ada, grace, adaId, graceId, server } = office;
    const other = await office.another();
    const goalIds = [];
    for (const _ of Array(5)) goalIds.push(await proposed(ada, adaId));
    await toldTo(grace, 5);
    office.clock.set(at('2026-01-14T09:00+01:00'));
    goalIds.push(await proposed(ada, adaId));
    await toldTo(grace, 6);
    const { agenda, events } = server().stores;
    const nine = 'daily reminders@2026-01-14T08:00:00.000Z';
    await until(async () => (await agenda.find(nine))?.state === 'done');
    const raised = await events.readStream(`inbox-${graceId}`);
    expect(raised.map(({ data }) => (data as { goalId: string }).goalId).sort()).toEqual(goalIds.sort());
    await other.app.close();
  });
});
