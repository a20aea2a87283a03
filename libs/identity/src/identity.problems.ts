import type { ProblemPages } from '@pm/kernel';

/** Why somebody is not let in, or may not let others in. */
export const identityProblems: ProblemPages = {
  'api-key-unknown': {
    meaning: 'There is no such key.',
    cause: 'The id is misspelled.',
    cure: 'Read the list of keys, and use an id from there.',
  },
  'scope-not-limitable': {
    meaning: 'A key that is limited to units or KPIs cannot have this scope.',
    cause: 'Units and KPIs limit what is measured; what else the key might do would not be limited.',
    cure: 'Issue one key for measuring with its limits, and another one for the rest.',
  },
  'scope-withheld': {
    meaning: 'You may not hand on what you may not do yourself.',
    cause: '`withheld` names the scopes that your own roles do not allow.',
    cure: 'Leave them out, or ask somebody who may do this to issue the key.',
  },
};
