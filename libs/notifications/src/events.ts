import { declareEvents } from '@pm/kernel';
import type { InboxEvent } from './inbox/inbox.events.js';

export type * from './inbox/inbox.events.js';

export const notificationEvents = declareEvents<InboxEvent>()('notifications', {
  NotificationRaised: { schemaVersion: 1 },
  NotificationRead: { schemaVersion: 1 },
  NotificationForgotten: { schemaVersion: 1 },
  MailAddressRecorded: { schemaVersion: 1, personal: { address: 'data.personId' } },
  MailAddressRemoved: { schemaVersion: 1 },
});
