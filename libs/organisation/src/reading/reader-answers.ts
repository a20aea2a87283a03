import { type AnswerDeclaration, answerTo, type Replay } from '@pm/eventing';
import { standingReaders, standingsAt } from '@pm/kernel';
import { type KnownOrganisation, organisationKnownAt } from './known-organisation.js';
import { readersOf, standingsTo } from './reader-standing.js';

/** How readers stand to people, from the organisation in memory; of an earlier knowledge by replay. */
export const readerAnswers = (known: KnownOrganisation, replay: Replay): readonly AnswerDeclaration[] => [
  answerTo(standingsAt, async (asked) => standingsTo(asked, await known.now())),
  answerTo(standingReaders, async ({ knownAt, ...asked }) =>
    readersOf(asked, knownAt ? await organisationKnownAt(knownAt, replay) : await known.now()),
  ),
];
