import { type Moments, type Replay, streamName } from '@pm/eventing';
import { ALWAYS, type PersonId } from '@pm/kernel';
import { documentsOf } from '@pm/projections';
import type { BelongingEvent } from '../people/person.events.js';
import { people } from '../people/person.state.js';
import { peopleView, type PersonDocument } from './people.view.js';

/** What holds of a person has its dates within their document: only what was not known yet is left out. */
const known = ({ asKnownAt }: Moments): Moments => ({ asKnownAt });
const throughout = () => ALWAYS;

/** A person as known at a moment, by replay of their stream. */
export async function personKnown(
  replay: Replay,
  personId: PersonId,
  at: Moments,
): Promise<PersonDocument | undefined> {
  const stream = streamName(people, personId);
  const events = await replay.ofStreams<BelongingEvent>([stream], known(at), throughout);
  return documentsOf(peopleView, events).get(personId)?.own;
}

/** Everyone as known at a moment. Costs one pass over the events about people in the log. */
export async function peopleKnown(replay: Replay, at: Moments): Promise<PersonDocument[]> {
  const events = await replay.ofTypes<BelongingEvent>(peopleView.handles, known(at), throughout);
  return [...documentsOf(peopleView, events).values()].map(({ own }) => own!);
}
