import { type AnswerDeclaration, answerTo, type Keys, namedId, opened } from '@pm/eventing';
import { command } from '@pm/eventing/commands';
import { type ActorId, type PersonId, question, relationshipAt } from '@pm/kernel';
import { IsEmail, IsOptional } from 'class-validator';
import {
  forgetNotification,
  type OfNotification,
  raiseNotification,
  readNotification,
  setMailAddress,
} from './inbox.decide.js';
import type { Matter } from './inbox.events.js';
import { inboxes } from './inbox.state.js';

export class MailAddressInput {
  /** Stored sealed under the person's key; mails go nowhere where absent. @example "ada@example.org" */
  @IsOptional()
  @IsEmail()
  address?: string;
}

/** Where mails for somebody go, opened; null where they go nowhere, or the person was erased. */
export const mailAddressOf = question<{ personId: PersonId }, string | null>('mail address of a person');

export const answerMailAddress = (keys: Keys): AnswerDeclaration =>
  answerTo(mailAddressOf, async ({ personId }, { read }) => {
    const { address } = await read(inboxes, personId);
    return (await opened(keys, address ?? null)) as string | null;
  });

/** Somebody who is to know of a matter. */
export interface Telling extends Matter {
  readonly personId: PersonId;
}

/** The same for the same matter and person, whoever asks and whenever: hence nobody is told twice. */
export const notificationId = ({ kind, goalId, termsRevision, day, personId }: Telling): string =>
  namedId('notification', kind, goalId, String(termsRevision ?? day), personId);

export const raiseNotificationCommand = command('RaiseNotification', {
  fold: inboxes,
  id: ({ personId }: Telling) => personId,
  facts: (telling) => ({ ...telling, notificationId: notificationId(telling) }),
  decide: raiseNotification,
});

/** In the inbox of whoever asks: it is nobody else's. */
export const readNotificationCommand = command('ReadNotification', {
  fold: inboxes,
  id: (_: { readonly notificationId: string }, { by }) => by.actor,
  facts: ({ notificationId }, { by }) => ({ notificationId, personId: by.actor as string as PersonId }),
  decide: readNotification,
});

/** Once it was kept long enough. */
export const forgetNotificationCommand = command('ForgetNotification', {
  fold: inboxes,
  id: ({ personId }: OfNotification) => personId,
  facts: (notification) => notification,
  decide: forgetNotification,
});

export const setMailAddressCommand = command('SetMailAddress', {
  fold: inboxes,
  id: ({ personId }: { readonly personId: PersonId; readonly input: MailAddressInput }) => personId,
  facts: async ({ personId, input: { address } }, { ask, now: at }) => {
    const self = { actor: personId as string as ActorId, owner: { personId }, at };
    const known = (await ask(relationshipAt, self)) !== 'unknown';
    return { personId, known, address, addressNow: await ask(mailAddressOf, { personId }) };
  },
  decide: setMailAddress,
});
