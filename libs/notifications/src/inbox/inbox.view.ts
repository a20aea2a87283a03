import { epochMs, type Instant, type PersonId, type Recorded, type View } from '@pm/kernel';
import type { Matter, NotificationEvent, NotificationRaised } from './inbox.events.js';

/** A notification, and whether it was read. */
export interface InboxEntry extends Matter {
  readonly notificationId: string;
  readonly personId: PersonId;
  readonly raisedAt: Instant;
  readonly state: 'unread' | 'read';
  readonly readAt?: Instant;
  /** Sorts what is unread first, then the newest first. */
  readonly order: string;
}

export const inboxView: View<InboxEntry, NotificationEvent> = {
  name: 'inbox',
  revision: 2,
  handles: ['NotificationRaised', 'NotificationRead', 'NotificationForgotten'],
  indexes: ['personId', 'state', 'order'],
  key: (event) => event.data.notificationId,
  // The id follows from goal and person: to others it would tell whose a private goal is.
  toldTo: (event) => event.data.personId,
  evolve: (entry, event) => {
    const at = event.metadata.recordedAt;
    if (event.type === 'NotificationRaised') return raised(event, at);
    if (event.type === 'NotificationForgotten') return undefined;
    return entry && { ...entry, state: 'read', readAt: at, order: orderOf('read', entry.raisedAt) };
  },
};

function raised({ data }: Recorded<NotificationRaised>, raisedAt: Instant): InboxEntry {
  const { notificationId, personId, kind, goalId, termsRevision, day } = data;
  const [state, order] = ['unread', orderOf('unread', raisedAt)] as const;
  return { notificationId, personId, kind, goalId, termsRevision, day, raisedAt, state, order };
}

/** Before the year 2286: milliseconds of so many digits. */
const LAST_MS = 9_999_999_999_999;

function orderOf(state: InboxEntry['state'], raisedAt: Instant): string {
  const newestFirst = String(LAST_MS - epochMs(raisedAt)).padStart(13, '0');
  return `${state === 'unread' ? 0 : 1} ${newestFirst}`;
}

/** What its reader sees of a notification. */
export const presentNotification = ({ personId: _person, order: _order, ...entry }: InboxEntry) => entry;
