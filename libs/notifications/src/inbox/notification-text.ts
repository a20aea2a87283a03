import type { Matter, NotificationKind } from './inbox.events.js';

const TEXTS: Readonly<Record<NotificationKind, (matter: Matter) => string>> = {
  'proposal-to-answer': () => 'The terms of a goal wait for your acceptance.',
  'change-to-answer': () => 'A change of an agreed goal waits for your approval.',
  'goal-ending': ({ day }) => `A goal of yours ends on ${day}: complete it, or ask for another day.`,
  'check-in-missed': ({ day }) => `A goal of yours has missed a value since ${day}: record it.`,
  'check-in-escalated': ({ day }) => `A goal that you answer for has missed a value since ${day}.`,
};

/** A sentence for whoever is told. Made when it is read, from what is no secret: no title, no name. */
export const notificationText = (matter: Matter): string => TEXTS[matter.kind](matter);
