import type { Event, GoalId, LocalDate, PersonalText, PersonId } from '@pm/kernel';

/** What somebody is told of. */
export type NotificationKind =
  'proposal-to-answer' | 'change-to-answer' | 'goal-ending' | 'check-in-missed' | 'check-in-escalated';

/** What a notification is about: of the same matter nobody is told twice. */
export interface Matter {
  readonly kind: NotificationKind;
  readonly goalId: GoalId;
  /** Of the terms that wait for an answer. */
  readonly termsRevision?: number;
  /** The goal's last one, or the first one without a value. */
  readonly day?: LocalDate;
}

export type NotificationRaised = Event<
  'NotificationRaised',
  Matter & { readonly notificationId: string; readonly personId: PersonId }
>;
export type NotificationRead = Event<
  'NotificationRead',
  { readonly notificationId: string; readonly personId: PersonId }
>;
/** It was kept long enough: it is in the inbox no more, and does not come again. */
export type NotificationForgotten = Event<
  'NotificationForgotten',
  { readonly notificationId: string; readonly personId: PersonId }
>;

/** Where mails for somebody go, from then on. Sealed under their key. */
export type MailAddressRecorded = Event<
  'MailAddressRecorded',
  { readonly personId: PersonId; readonly address: PersonalText }
>;
/** No mails go to them any more. */
export type MailAddressRemoved = Event<'MailAddressRemoved', { readonly personId: PersonId }>;

export type NotificationEvent = NotificationRaised | NotificationRead | NotificationForgotten;
export type InboxEvent = NotificationEvent | MailAddressRecorded | MailAddressRemoved;
