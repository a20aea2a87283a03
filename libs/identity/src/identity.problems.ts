import type { ProblemPages } from '@pm/kernel';

/** Why somebody is not let in, or may not let others in. */
export const identityProblems: ProblemPages = {
  'api-key-unknown': {
    meaning: 'There is no such key.',
    cause: 'The id is misspelled.',
    cure: 'Read the list of keys, and use an id from there.',
  },
  'last-people-admin': {
    meaning: 'Nobody would be left who was granted people-admin.',
    cause: 'Roles are granted by people admins, and tokens may name none.',
    cure: 'Grant people-admin to somebody else first.',
  },
  'not-a-deputy': {
    meaning: 'You are no deputy of the person for whom you ask.',
    cause:
      'Nobody appointed you for this moment, it was ended, or one of you does not belong to the organisation. Keys are deputies of nobody.',
    cure: 'Ask the person or a people admin to appoint you, or leave `Throughline-On-Behalf-Of` out.',
  },
  'not-on-behalf': {
    meaning: 'Nobody does this for somebody else.',
    cause: 'Deputies plan and read goals and read KPIs for others. Anything else is done in one’s own name.',
    cure: 'Leave `Throughline-On-Behalf-Of` out.',
  },
  'own-role': {
    meaning: 'Nobody grants a role to themselves.',
    cause: 'You are the one whom you named.',
    cure: 'Ask another people admin or system admin.',
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
  'too-many-grants': {
    meaning: 'As many people were granted roles as there may be.',
    cause: 'Grants are for few; every request looks them up.',
    cure: 'Have the identity provider name roles in its tokens, in the claim of THROUGHLINE_ROLES_CLAIM.',
  },
};
