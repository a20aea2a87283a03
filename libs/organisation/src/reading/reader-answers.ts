import { type AnswerDeclaration, answerTo, type Replay } from '@pm/eventing';
import { ALWAYS, standingReaders, standingsAt } from '@pm/kernel';
import {
  type KnownOrganisation,
  ORGANISATION_TYPES,
  type OrganisationEvent,
  organisationOf,
} from './known-organisation.js';
import { readersOf, standingsTo } from './reader-standing.js';

/** What holds has its dates within the organisation: of a moment, only what was not known yet is left out. */
const throughout = () => ALWAYS;

/** How readers stand to people, from the organisation in memory; of an earlier knowledge by replay, which is rarely asked. */
export const readerAnswers = (known: KnownOrganisation, replay: Replay): readonly AnswerDeclaration[] => [
  answerTo(standingsAt, async (asked) => standingsTo(asked, await known.now())),
  answerTo(standingReaders, async ({ knownAt, ...asked }) => {
    if (!knownAt) return readersOf(asked, await known.now());
    const events = await replay.ofTypes<OrganisationEvent>(
      ORGANISATION_TYPES,
      { asKnownAt: knownAt },
      throughout,
    );
    return readersOf(asked, organisationOf(events));
  }),
];
