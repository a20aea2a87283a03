/** What somebody is told of. */
export class NotificationAnswer {
  notificationId: string;

  kind: 'proposal-to-answer' | 'change-to-answer' | 'goal-ending' | 'check-in-missed' | 'check-in-escalated';

  goalId: string;

  /** Of the terms that wait for an answer. */
  termsRevision?: number;

  /** The goal's last one, or the first one without a value. @example "2026-12-31" */
  day?: string;

  /** The same as a sentence, without titles and names. */
  text: string;

  raisedAt: string;

  state: 'unread' | 'read';

  readAt?: string;
}

export class NotificationsAnswer {
  /** Unread first, then the newest first. */
  notifications: NotificationAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
