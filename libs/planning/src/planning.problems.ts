import type { ProblemPages } from '@pm/kernel';

/** What the rules of goals refuse. */
export const planningProblems: ProblemPages = {
  'both-sides': {
    meaning: 'You would agree with yourself.',
    cause: 'You spoke for the other side: in your own name, or as deputy of somebody.',
    cure: 'Leave the answer to the one whose side it is, or to another deputy of theirs.',
  },
  'change-pending': {
    meaning: 'Another change waits to be approved or rejected.',
    cause: 'A goal has one change request at a time.',
    cure: 'Decide on it or take it back first.',
  },
  'from-in-future': {
    meaning: 'The change is said to be true later than now.',
    cause: 'A goal is changed once the change is true.',
    cure: 'Send it then, or leave `from` out.',
  },
  'from-when': {
    meaning: 'It cannot be read from when the change is true.',
    cause: '`from` is neither a day nor a moment with an offset.',
    cure: 'Send 2026-03-03, or 2026-03-03T09:00:00+01:00.',
  },
  'goal-cycle': {
    meaning: 'A goal would stand under itself.',
    cause: 'The new parent is the goal, or lies below it.',
    cure: 'Move the lower one first.',
  },
  'goal-dates': {
    meaning: 'The last day comes before the first.',
    cause: '`end` is earlier than `start`.',
    cure: 'Swap or correct them.',
  },
  'goal-exists': {
    meaning: 'There is a goal with this number already.',
    cause: 'Numbers are never used twice.',
    cure: 'Read the one that exists by `number:<number>`, or choose another number.',
  },
  'goal-phase': {
    meaning: 'The goal is not in a phase in which this can be done.',
    cause: 'A draft is proposed, a proposal agreed, what is agreed begun: each step needs the one before.',
    cure: 'Read the goal: `phase` says where it is, and `detail` where it must be.',
  },
  'goal-unknown': {
    meaning: 'There is no such goal, or there was none at that moment.',
    cause: 'The id or number names none, or the moment lies before it was drafted.',
    cure: 'Check the id; list goals with GET /api/v1/goals.',
  },
  'manager-only': {
    meaning: 'Only the manager of the one whose goal it is can do this.',
    cause: 'This step of an agreement is the manager’s.',
    cure: 'Ask them.',
  },
  'no-change-pending': {
    meaning: 'No change waits for a decision.',
    cause: 'None was asked for, or it was decided or taken back.',
    cure: 'Read the goal: `requested` says what waits.',
  },
  'no-override': {
    meaning: 'The progress of the goal is not overridden.',
    cause: 'Nobody did, or it ended.',
    cure: 'There is nothing to do.',
  },
  'not-your-goal': {
    meaning: 'The goal is neither yours nor of somebody whom you lead.',
    cause:
      'Goals are planned by the one whose goal it is and their manager. A deputy speaks for one of them, but not about a goal of their own.',
    cure: 'Ask one of them.',
  },
  'one-owner': {
    meaning: 'It is not clear whose goal it is.',
    cause: 'Both a person and a unit were named, or neither.',
    cure: 'Send `personId` or `unitId`.',
  },
  'other-side-only': {
    meaning: 'The side that asked for the change cannot decide on it.',
    cause: 'A change takes both sides.',
    cure: 'Let the other side decide, or take it back.',
  },
  'override-expiry': {
    meaning: 'The override would hold too long, or not at all.',
    cause: 'Somebody’s word holds until a day within a year from today.',
    cure: 'Send such a day as `until`.',
  },
  'owner-unknown': {
    meaning: 'There is no such person or unit, or they have left.',
    cause: 'A goal belongs to somebody who is there.',
    cure: 'Name another person or unit.',
  },
  'parent-twice': {
    meaning: 'A parent is named twice.',
    cause: 'A goal stands once under each parent.',
    cure: 'Name each parent once.',
  },
  'parent-unknown': {
    meaning: 'A goal named as parent does not exist.',
    cause: 'Its id names none.',
    cure: 'Draft the parent first, or name another.',
  },
  'people-admin-only': {
    meaning: 'Only a people admin can do this.',
    cause: 'The goal is over or agreed, and changing it by hand is not for its two sides.',
    cure: 'Ask a people admin.',
  },
  'period-frozen': {
    meaning: 'The period is frozen: its goals, targets and values stand.',
    cause: 'People admins and controllers freeze a period once it is reported.',
    cure: 'Ask one of them to make the change with a reason, or to release the period.',
  },
  'proposer-only': {
    meaning: 'Only the side that proposed can withdraw.',
    cause: 'A proposal is taken back by whoever made it.',
    cure: 'Propose other terms instead.',
  },
  'reason-required': {
    meaning: 'A reason is missing.',
    cause: 'What was agreed or reported changes only with a word why, which is kept.',
    cure: 'Send `reason`.',
  },
  'requester-only': {
    meaning: 'Only the side that asked for the change can take it back.',
    cause: 'The other side approves or rejects it.',
    cure: 'Approve or reject it instead.',
  },
  'share-out-of-range': {
    meaning: 'A share is not from 0 to 1.',
    cause: 'It says how much of a goal counts under one parent; 1 is all of it.',
    cure: 'Send a decimal from 0 to 1.',
  },
  'successor-unknown': {
    meaning: 'The goal that is to take its place does not exist.',
    cause: 'A goal is postponed in favour of another one.',
    cure: 'Draft that one first, and name it.',
  },
  'terms-changed': {
    meaning: 'Other terms are proposed by now.',
    cause: 'The other side proposed again after you read.',
    cure: 'Read the goal again, then accept its `termsRevision`.',
  },
  'unit-goal-public': {
    meaning: 'A goal of a unit cannot be private.',
    cause: 'What a unit wants to reach is everybody’s to read.',
    cure: 'Leave `visibility` out, or make it the goal of a person; open a private goal before it is handed over.',
  },
  'weight-negative': {
    meaning: 'A weight is negative.',
    cause: 'Weights are relative to those of siblings: 0 or more.',
    cure: 'Send a decimal of 0 or more; they need not sum to 100.',
  },
};
