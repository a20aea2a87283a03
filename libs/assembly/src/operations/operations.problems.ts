import type { ProblemPages } from '@pm/kernel';

/** Why something cannot be done about a view. */
export const operationsProblems: ProblemPages = {
  'event-not-parked': {
    meaning: 'The view has parked no event at this position.',
    cause: 'It was taken or left out meanwhile, or the position is of another event.',
    cure: 'Read what the view has parked, and use a position from there.',
  },
  'event-waits': {
    meaning: 'The event did not fail: it waits behind one that did.',
    cause: 'Events about the same thing are taken in their order.',
    cure: 'Retry or skip the event that failed; those behind it follow.',
  },
  'view-unknown': {
    meaning: 'There is no view of this name.',
    cause: 'It is misspelled, or this version of the product has it no more.',
    cure: 'Read how the views stand, and use a name from there.',
  },
};
