import type { Fold, PersonalText } from '@pm/kernel';
import type { InboxEvent } from './inbox.events.js';

/** What somebody was told of, as decisions need it. */
export interface Inbox {
  /** By notification: whether it was read. */
  readonly read: ReadonlyMap<string, boolean>;
  /** What the inbox does not show any more. */
  readonly forgotten: ReadonlySet<string>;
  /** Where mails go; the log holds it sealed. Absent where they go nowhere. */
  readonly address?: PersonalText;
}

/** One for each person, under their id. */
export const inboxes: Fold<Inbox, InboxEvent> = {
  category: 'inbox',
  initial: { read: new Map(), forgotten: new Set() },
  evolve: (inbox, event) => {
    switch (event.type) {
      case 'NotificationRaised':
        return { ...inbox, read: new Map(inbox.read).set(event.data.notificationId, false) };
      case 'NotificationRead':
        return { ...inbox, read: new Map(inbox.read).set(event.data.notificationId, true) };
      case 'NotificationForgotten':
        return { ...inbox, forgotten: new Set(inbox.forgotten).add(event.data.notificationId) };
      case 'MailAddressRecorded':
        return { ...inbox, address: event.data.address };
      case 'MailAddressRemoved':
        return { ...inbox, address: undefined };
    }
  },
};
