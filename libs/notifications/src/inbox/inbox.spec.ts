import type { GoalId, Instant, PersonId } from '@pm/kernel';
import { decision, shown } from '@pm/kernel/testing';
import { notificationId as idOf } from './inbox.command.js';
import { forgetNotification, raiseNotification, readNotification, setMailAddress } from './inbox.decide.js';
import type { InboxEvent, Matter, NotificationRaised, NotificationRead } from './inbox.events.js';
import { inboxes } from './inbox.state.js';
import { inboxView } from './inbox.view.js';

const ada = 'ada' as PersonId;
const matter: Matter = { kind: 'proposal-to-answer', goalId: 'potholes' as GoalId, termsRevision: 1 };
const told = { ...matter, personId: ada, notificationId: 'n1' };
const raised = (change: object = {}): NotificationRaised => ({
  type: 'NotificationRaised',
  data: { ...told, ...change },
});
const read: NotificationRead = { type: 'NotificationRead', data: { notificationId: 'n1', personId: ada } };
const forgotten: InboxEvent = {
  type: 'NotificationForgotten',
  data: { personId: ada, notificationId: 'n1' },
};
const recorded = (address = 'ada@example.org'): InboxEvent => ({
  type: 'MailAddressRecorded',
  data: { personId: ada, address },
});
const removed: InboxEvent = { type: 'MailAddressRemoved', data: { personId: ada } };

describe('Raise a notification', () => {
  const { given } = decision(inboxes, raiseNotification);

  it('keeps who is told and of what', () => given().when(told).gives(raised()));

  it('keeps no field that was handed in besides', () =>
    given()
      .when({ ...told, title: 'Mend potholes' } as typeof told)
      .gives(raised()));

  it('is nothing new for the same one, read or not', () => {
    given(raised()).when(told).gives();
    given(raised(), read).when(told).gives();
  });

  it('has an id of its own for every matter and person, and always the same', () => {
    const matters = [
      told,
      { ...told, personId: 'grace' as PersonId },
      { ...told, kind: 'change-to-answer' as const },
      { ...told, goalId: 'lamps' as GoalId },
      { ...told, termsRevision: 2 },
    ];
    expect(new Set(matters.map(idOf)).size).toBe(matters.length);
    expect(idOf({ ...told })).toBe(idOf(told));
  });
});

describe('Read a notification', () => {
  const { given } = decision(inboxes, readNotification);

  it('is kept', () => given(raised()).when(told).gives(read));

  it('again is nothing new', () => given(raised(), read).when(told).gives());

  it('refuses one that the inbox does not hold', () =>
    given(raised({ notificationId: 'n2' }))
      .when(told)
      .refuses('notification-unknown'));
});

describe('Forget a notification', () => {
  const { given } = decision(inboxes, forgetNotification);

  it('is kept, whether it was read or not', () => {
    given(raised()).when(told).gives(forgotten);
    given(raised(), read).when(told).gives(forgotten);
  });

  it('again is nothing new, and neither is one that never was', () => {
    given(raised(), forgotten).when(told).gives();
    given().when(told).gives();
  });

  it('takes it from the inbox for good: it is not raised again, nor read', () => {
    decision(inboxes, raiseNotification).given(raised(), forgotten).when(told).gives();
    decision(inboxes, readNotification).given(raised(), forgotten).when(told).refuses('notification-unknown');
  });
});

describe('Set a mail address', () => {
  const { given } = decision(inboxes, setMailAddress);
  const asked = { personId: ada, known: true, address: 'ada@example.org', addressNow: null };

  it('is kept, and so is another one', () => {
    given().when(asked).gives(recorded());
    given(recorded())
      .when({ ...asked, address: 'lovelace@example.org', addressNow: 'ada@example.org' })
      .gives(recorded('lovelace@example.org'));
  });

  it('is nothing new for the same one', () =>
    given(recorded())
      .when({ ...asked, addressNow: 'ada@example.org' })
      .gives());

  it('removes the one there is, and nothing where there is none', () => {
    const nowhere = { ...asked, address: undefined };
    given(recorded()).when(nowhere).gives(removed);
    given(recorded(), removed).when(nowhere).gives();
  });

  it('refuses a person who is not there', () =>
    given()
      .when({ ...asked, known: false })
      .refuses('person-unknown'));
});

describe('Inbox', () => {
  const { given } = shown(inboxView);

  it('shows what is to be read, without a word of anybody', () =>
    given(raised()).shows('n1', {
      ...told,
      state: 'unread',
      raisedAt: '2026-01-01T00:00:00.000Z' as Instant,
    }));

  it('shows what was read behind what was not', () => {
    given(raised()).shows('n1', { order: '0 8232774399999' });
    given(raised(), read).shows('n1', { state: 'read', order: '1 8232774399999' });
  });

  it('shows nothing of what was forgotten', () => given(raised(), read, forgotten).showsNothing('n1'));

  it('shows nothing for what was never raised', () => given(read).showsNothing('n1'));
});
