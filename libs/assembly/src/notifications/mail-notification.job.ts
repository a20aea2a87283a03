import {
  inboxes,
  mailAddressOf,
  type Mail,
  notificationId,
  notificationText,
  type Telling,
} from '@pm/notifications';
import type { Answers } from '@pm/eventing';
import type { Job, Work } from '@pm/jobs';
import type { Instant } from '@pm/kernel';

const KIND = 'mail-notification';
/** Some three hours, at a quarter of an hour in the end. */
const ATTEMPTS_MAX = 20;

/** A mail about what somebody was told of: one for each notification. */
export const mailOf = (telling: Telling, dueAt: Instant): Work => ({
  id: `${KIND}:${notificationId(telling)}`,
  kind: KIND,
  dueAt,
  payload: telling,
});

/** Sends it to wherever mails for the person go by then, unless they have read it in the inbox meanwhile. */
export const mailNotification = (mail: Mail, answers: () => Answers): Job => ({
  kind: KIND,
  attemptsMax: ATTEMPTS_MAX,
  run: async (payload, { signal }) => {
    const telling = payload as Telling;
    const { personId, goalId } = telling;
    const id = notificationId(telling);
    const { read, ask } = answers().asking();
    const to = await ask(mailAddressOf, { personId });
    if (to === null || (await read(inboxes, personId)).read.get(id)) return;
    signal.throwIfAborted();
    const subject = notificationText(telling);
    await mail.send({ id, to, subject, text: `${subject}\n\nGoal: ${goalId}\n` });
  },
});
