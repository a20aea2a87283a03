import type { ProblemPages } from '@pm/kernel';

/** What the rules of calendar, units and people refuse. */
export const organisationProblems: ProblemPages = {
  'day-unknown': {
    meaning: 'There is no such day.',
    cause: 'The text has the shape of a day, but the calendar does not have it: 30 February.',
    cure: 'Name a day of the calendar, such as 2026-07-01.',
  },
  'departure-stands': {
    meaning: 'Somebody who has left would be there again.',
    cause: 'A departure is not taken back by an identity provider, and a number is one person’s for ever.',
    cure: 'Record another last day where it was a mistake; whoever comes back joins under another number.',
  },
  'deputy-absent': {
    meaning: 'Whoever is to act for somebody is not there on that day.',
    cause: 'They have not joined yet, or have left.',
    cure: 'Name somebody who belongs to the organisation on that day, or another day.',
  },
  'deputy-already': {
    meaning: 'They are deputy of this person during a part of that time already.',
    cause: 'Two times of the same deputy would overlap, and to end one would leave the other.',
    cure: 'End the one that stands, and appoint them anew; GET /api/v1/people/{personId}/deputies lists it.',
  },
  'deputy-backdated': {
    meaning: 'Somebody would have been deputy before anybody said so.',
    cause: 'What is done on behalf is judged when it is done; nothing of the past would change.',
    cure: 'Name today, or a later day.',
  },
  'deputy-dates': {
    meaning: 'The last day comes before the first.',
    cause: '`until` lies before `from`, or before today where `from` is absent.',
    cure: 'Name a last day that is not before the first, nor before today.',
  },
  'deputy-unknown': {
    meaning: 'They are no deputy of this person, neither now nor later.',
    cause: 'They never were, their time is over, or it was ended already.',
    cure: 'There is nothing to do; GET /api/v1/people/{personId}/deputies lists those that stand.',
  },
  'fiscal-year-start': {
    meaning: 'A fiscal year would not start on the first day of its month.',
    cause: 'Another start month holds from the first day of that month on, so that no year has a gap.',
    cure: 'Send such a day as `from`.',
  },
  'head-absent': {
    meaning: 'Whoever is to stand for the unit is not there on that day.',
    cause: 'They have not joined yet, or have left.',
    cure: 'Name somebody who belongs to the organisation on that day, or another day.',
  },
  'hr-partner-absent': {
    meaning: 'Whoever is to be HR partner of the unit is not there on that day.',
    cause: 'They have not joined yet, or have left.',
    cure: 'Name somebody who belongs to the organisation on that day, or another day.',
  },
  'line-too-long': {
    meaning: 'Too many managers would stand one above the other.',
    cause: 'A reporting line has a greatest length, so that it can be read in one request.',
    cure: 'Name a manager further up.',
  },
  'manager-absent': {
    meaning: 'Whoever is to lead is not there on that day.',
    cause: 'They have not joined yet, or have left.',
    cure: 'Name somebody who belongs to the organisation on that day, or another day.',
  },
  'manager-cycle': {
    meaning: 'Somebody would stand above themselves.',
    cause: 'The new manager reports, over one or more steps, to the person.',
    cure: 'Change the manager further up first.',
  },
  'manager-unknown': {
    meaning: 'There is no such person to lead them.',
    cause: 'The id or number names nobody.',
    cure: 'Let the manager join first, or name another.',
  },
  'own-manager': {
    meaning: 'Nobody leads themselves.',
    cause: 'Person and manager are the same.',
    cure: 'Name somebody else, or nobody.',
  },
  'own-deputy': {
    meaning: 'Nobody is deputy of themselves.',
    cause: 'Person and deputy are the same.',
    cure: 'Name somebody else.',
  },
  'period-not-frozen': {
    meaning: 'The period is not frozen.',
    cause: 'It never was, or it was released already.',
    cure: 'There is nothing to do; GET /api/v1/calendar lists what is frozen.',
  },
  'period-not-over': {
    meaning: 'The period is not over yet.',
    cause: 'What is frozen stands, and a period that runs still changes.',
    cure: 'Freeze it once its last day is over.',
  },
  'period-unknown': {
    meaning: 'There is no period of that name.',
    cause: 'The name has the shape of one, but no such period exists: 2023-13.',
    cure: 'Name it as FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05.',
  },
  'person-erased': {
    meaning: 'The person was erased.',
    cause: 'They are forgotten and their key is destroyed, so nothing more can be written about or by them.',
    cure: 'Nothing: an erasure is final. Somebody else must act.',
  },
  'person-exists': {
    meaning: 'There is a person with this number already.',
    cause: 'Numbers are never used twice.',
    cure: 'Read the one that exists by `number:<number>`, or choose another number.',
  },
  'person-held': {
    meaning: 'A hold keeps the person from being erased.',
    cause: 'Somebody placed it for a reason that outweighs forgetting them, such as a case before a court.',
    cure: 'Release it by POST /api/v1/people/{personId}/hold-release once the reason is gone.',
  },
  'person-left': {
    meaning: 'The person has left by then.',
    cause: 'What changes for somebody changes while they belong to the organisation.',
    cure: 'Name an earlier day, or record another last day first.',
  },
  'person-not-joined': {
    meaning: 'The person joins later.',
    cause: 'What changes for somebody changes while they belong to the organisation.',
    cure: 'Name a day from their first day on.',
  },
  'person-present': {
    meaning: 'The person has not left yet.',
    cause: 'An erasure is final, and of somebody who is still there more often a mistake.',
    cure: 'Record their departure first, or send `force`: then they leave at once.',
  },
  'person-unknown': {
    meaning: 'There is no such person, or they were not known at that moment.',
    cause: 'The id or number names nobody, or `asKnownAt` lies before they were recorded.',
    cure: 'Check the id; list people with GET /api/v1/people.',
  },
  'second-root': {
    meaning: 'The organisation exists already.',
    cause: 'Exactly one unit stands at the top.',
    cure: 'Say with `parentId` which unit this one belongs to.',
  },
  'self-appointed': {
    meaning: 'Nobody appoints themselves to act for somebody else.',
    cause: 'They would give themselves what that person may do.',
    cure: 'Ask the person themselves, or another people admin.',
  },
  'time-zone-unknown': {
    meaning: 'There is no such time zone.',
    cause: 'Days begin and end by a zone of the IANA database.',
    cure: 'Name one, such as Europe/Stockholm.',
  },
  'too-far-ahead': {
    meaning: 'The day lies more than a year ahead.',
    cause: 'Plans that far are more often a wrong year than meant.',
    cure: 'Record it once it is nearer, or correct the year.',
  },
  'too-many-deputies': {
    meaning: 'As many deputies stand, or are planned, as there may be at once.',
    cause: 'Who acts for somebody must be easy to see.',
    cure: 'End one that is not needed any more.',
  },
  'unit-closed': {
    meaning: 'The unit is closed.',
    cause: 'Nothing new belongs to a unit that is closed.',
    cure: 'Choose an open unit.',
  },
  'unit-cycle': {
    meaning: 'A unit would stand below itself.',
    cause: 'The new parent lies below the unit.',
    cure: 'Move the lower one first.',
  },
  'unit-exists': {
    meaning: 'There is a unit with this number already.',
    cause: 'Numbers are never used twice.',
    cure: 'Read the one that exists by `number:<number>`, or choose another number.',
  },
  'unit-not-empty': {
    meaning: 'Open units stand below this one.',
    cause: 'A unit is closed once nothing open depends on it.',
    cure: 'Close or move the units below it first; `open` says how many there are.',
  },
  'unit-unknown': {
    meaning: 'There is no such unit, or there was none at that moment.',
    cause: 'The id or number names none, or the moment lies before it was opened.',
    cure: 'Check the id; list units with GET /api/v1/units.',
  },
};
