import type { ProblemPages } from '@pm/kernel';

/** Why a receiver is not told what happens. */
export const webhookProblems: ProblemPages = {
  'too-many-webhooks': {
    meaning: 'There are as many webhooks as there may be.',
    cause: 'Each one is told of every event that it asked for, so their number has a limit.',
    cure: 'Remove a webhook that is not used any more.',
  },
  'webhook-unknown': {
    meaning: 'There is no such webhook.',
    cause: 'It was removed, or the id is misspelled.',
    cure: 'Read the list of webhooks, and use an id from there.',
  },
  'webhook-url-unsafe': {
    meaning: 'Nothing is sent to this address.',
    cause: 'What is told must not be read on its way: https, or http to the same machine.',
    cure: 'Give an https address.',
  },
};
