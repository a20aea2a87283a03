import type { ProblemPages } from '@pm/kernel';

/** What is refused before a rule is asked, or whatever the rule says. */
export const httpProblems: ProblemPages = {
  'body-interrupted': {
    meaning: 'The body did not come to its end.',
    cause: 'The connection broke, or the sender stopped. What was stored until then is stored.',
    cure: 'Send the whole again: what is there already is not stored twice.',
  },
  'concurrent-change': {
    meaning: 'Others changed the same thing at the same moment, again and again.',
    cause: 'Every attempt met a newer state. Nothing was stored.',
    cure: 'Send the request again, with the same Idempotency-Key.',
  },
  'csv-unreadable': {
    meaning: 'The CSV cannot be read.',
    cause: 'It has no header, or a quote stands where none may.',
    cure: 'Correct the line that is named, and send it again.',
  },
  'cursor-unknown': {
    meaning: 'The cursor belongs to no page of this list.',
    cause: 'It was changed, or comes from a list in another order.',
    cure: 'Begin with the first page: leave `cursor` out.',
  },
  forbidden: {
    meaning: 'Your roles, or the scopes of your key, do not allow this.',
    cause: 'The description of the route names the permission that it needs.',
    cure: 'Ask for a role or a key that has it, or ask somebody who has one.',
  },
  'goal-hidden': {
    meaning: 'You may know that the goal exists and where it stands, not what it says.',
    cause: 'It is private, or a draft: that is for whose goal it is, whoever leads them, and few others.',
    cure: 'Ask the one whose goal it is, or a people admin.',
  },
  'id-conflict': {
    meaning: 'What was to be created exists with other content.',
    cause: 'The same id or key was used before for something else.',
    cure: 'Send the request with a new Idempotency-Key.',
  },
  'idempotency-key-reused': {
    meaning: 'The Idempotency-Key was used for another request.',
    cause: 'A key stands for one request, so that sending it twice does it once.',
    cure: 'Choose a new key.',
  },
  'if-match-required': {
    meaning: 'The request must say which state it builds on.',
    cause: 'Agreed terms are changed only by somebody who saw them.',
    cure: 'Read the goal, and send its ETag as If-Match.',
  },
  internal: {
    meaning: 'Something went wrong on the side of the server.',
    cause: 'It is a bug; the log of the server has it under the `id` of the answer.',
    cure: 'Tell the operator the id. Sending the request again with its Idempotency-Key is safe.',
  },
  'invalid-input': {
    meaning: 'The request cannot be read, or has fields that cannot be used.',
    cause: 'A field is missing, misspelled, of another type or out of its bounds; or the body is no JSON.',
    cure: '`errors` points to each field and says what it must be. See /api/docs.',
  },
  'limit-exceeded': {
    meaning: 'Something is larger than the server takes.',
    cause:
      'Bodies, addresses, pages and comparisons have limits; the answer names the limit and its unit where there is one.',
    cure: 'Split the request, or ask for less at once.',
  },
  'mapping-unusable': {
    meaning: 'The mapping does not say how to read the file.',
    cause: 'It is no JSON, misses something, or names a column that the file does not have.',
    cure: 'Correct what is named; see docs/import.md.',
  },
  'media-type': {
    meaning: 'The body is of a type that is not read here.',
    cause: 'Bodies are JSON, but where the description of the route names others.',
    cure: 'Send the content-type that the route takes.',
  },
  'method-not-allowed': {
    meaning: 'The address does not take this method.',
    cause: 'Reads are GET, commands are POST or PUT.',
    cure: 'See /api/docs.',
  },
  'moments-reversed': {
    meaning: 'The first moment lies after the second.',
    cause: 'A comparison goes from an earlier to a later moment, on both times.',
    cure: 'Swap them.',
  },
  'not-indexed': {
    meaning: 'The list cannot be filtered or sorted by that field.',
    cause: 'Lists use declared indexes only, so that they stay fast.',
    cure: '`detail` names the fields that it can be.',
  },
  'not-ready': {
    meaning: 'Something that requests need cannot be used now.',
    cause: 'A store is away, or a view cannot go on; `failing` names it.',
    cure: 'Try again soon. The log of the server says why.',
  },
  'position-unknown': {
    meaning: 'The position is none of this log.',
    cause: '`after` was changed, or comes from another deployment.',
    cure: 'Send a `position` that a command of this server answered, or leave it out.',
  },
  'provider-unavailable': {
    meaning: 'Nobody can say at the moment whether your token is valid.',
    cause:
      'It is signed by a key that is not known here yet, and the identity provider does not tell its keys.',
    cure: 'Try again soon, with the same token.',
  },
  'rate-exceeded': {
    meaning: 'Too many requests in a minute.',
    cause: 'Each token, and each address without one, has a share of a server’s time; `limit` says how much.',
    cure: 'Wait as many seconds as Retry-After says.',
  },
  'request-refused': {
    meaning: 'The request cannot be carried out.',
    cause: 'It is well formed HTTP that the server does not support.',
    cure: 'See /api/docs for what it does.',
  },
  'revision-mismatch': {
    meaning: 'Somebody changed it since you read it.',
    cause: 'The revision in If-Match is not the current one. Nothing was stored.',
    cure: 'Read it again, look at what changed, and send the request with the new ETag.',
  },
  'route-unknown': {
    meaning: 'There is nothing at this address.',
    cause: 'It is misspelled, or takes another method.',
    cure: 'See /api/docs.',
  },
  'store-unavailable': {
    meaning: 'A store cannot be used at the moment.',
    cause: 'It restarts, is out of reach, or its disk is full.',
    cure: 'Send the request again with the same Idempotency-Key.',
  },
  'too-many-streams': {
    meaning: 'As many clients follow the changes as this process can serve.',
    cause: 'Each one holds a connection open.',
    cure: 'Try again soon, or close streams that nobody reads.',
  },
  unauthenticated: {
    meaning: 'The token or key is missing, expired, revoked or not believed.',
    cause: 'It was signed by somebody else, names another issuer or audience, or its time is over.',
    cure: 'Send Authorization: Bearer with a valid token or key.',
  },
  'view-behind': {
    meaning: 'The view has not come as far as `after` asks.',
    cause: 'What you wrote is stored; showing it takes a moment longer.',
    cure: 'Ask again in a second; `reached` says how far it has come.',
  },
};
