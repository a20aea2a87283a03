import type { ProblemPages } from '@pm/kernel';

/** Why a notification is not to be had. */
export const notificationProblems: ProblemPages = {
  'notification-unknown': {
    meaning: 'There is no such notification for you.',
    cause: 'The id is misspelled, or it is in the inbox of somebody else.',
    cure: 'Read GET /api/v1/notifications, and use an id from there.',
  },
};
