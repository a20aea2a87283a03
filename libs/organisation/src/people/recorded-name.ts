import { type AnswerDeclaration, answerTo, type Keys, opened } from '@pm/eventing';
import { type PersonId, question } from '@pm/kernel';
import { people } from './person.state.js';

/** Somebody's name as recorded, opened, to tell another one from the same; null once they were erased. */
export const recordedName = question<{ personId: PersonId }, string | null>('recorded name of a person');

/** Organisation answers itself: no other context may ask for a name. */
export const answerRecordedName = (keys: Keys): AnswerDeclaration =>
  answerTo(recordedName, async ({ personId }, { read }) => {
    const { name } = await read(people, personId);
    return (await opened(keys, name ?? null)) as string | null;
  });
