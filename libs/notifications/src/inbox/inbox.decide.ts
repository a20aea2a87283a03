import { type Decide, type PersonId, unknown } from '@pm/kernel';
import type { InboxEvent, Matter } from './inbox.events.js';
import type { Inbox } from './inbox.state.js';

export interface RaiseFacts extends Matter {
  /** Follows from the matter and the person. */
  readonly notificationId: string;
  readonly personId: PersonId;
}

/** Whatever was told is told: the same id again is nothing new, read or not. */
export const raiseNotification: Decide<RaiseFacts, Inbox, InboxEvent> = (facts, { read }) => {
  const { notificationId, personId, kind, goalId, termsRevision, day } = facts;
  if (read.has(notificationId)) return [];
  return [
    { type: 'NotificationRaised', data: { notificationId, personId, kind, goalId, termsRevision, day } },
  ];
};

export interface OfNotification {
  readonly notificationId: string;
  readonly personId: PersonId;
}

/** Reading again is nothing new; an inbox knows no notification of somebody else. */
export const readNotification: Decide<OfNotification, Inbox, InboxEvent> = (
  { notificationId, personId },
  { read, forgotten },
) => {
  const wasRead = read.get(notificationId);
  if (wasRead === undefined || forgotten.has(notificationId)) {
    return unknown('notification-unknown', 'There is no such notification for you.', { notificationId });
  }
  return wasRead ? [] : [{ type: 'NotificationRead', data: { notificationId, personId } }];
};

/** What is there no more, or never was, is nothing new. */
export const forgetNotification: Decide<OfNotification, Inbox, InboxEvent> = (
  { notificationId, personId },
  { read, forgotten },
) =>
  read.has(notificationId) && !forgotten.has(notificationId)
    ? [{ type: 'NotificationForgotten', data: { notificationId, personId } }]
    : [];

export interface MailAddressFacts {
  readonly personId: PersonId;
  /** Whether they belong to the organisation. */
  readonly known: boolean;
  /** Absent: nowhere. */
  readonly address?: string;
  /** As recorded, opened; null where there is none, or they were erased. */
  readonly addressNow: string | null;
}

export const setMailAddress: Decide<MailAddressFacts, Inbox, InboxEvent> = (facts, inbox) => {
  const { personId, known, address, addressNow } = facts;
  if (!known) return unknown('person-unknown', 'There is no such person.', { personId });
  if (address === undefined) {
    return inbox.address === undefined ? [] : [{ type: 'MailAddressRemoved', data: { personId } }];
  }
  return address === addressNow ? [] : [{ type: 'MailAddressRecorded', data: { personId, address } }];
};
