import { randomBytes } from 'node:crypto';
import { command } from '@pm/eventing/commands';
import { question } from '@pm/kernel';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, Length } from 'class-validator';
import {
  type OfWebhook,
  replayWebhook,
  resumeWebhook,
  subscribeWebhook,
  unsubscribeWebhook,
} from './webhooks.decide.js';
import { webhooks, WEBHOOKS_ID } from './webhooks.state.js';

const SECRET_BYTES = 32;

/** Where the log ends now; undefined while it is empty. */
export const logEnd = question<Record<never, never>, string | undefined>('end of the log');

export class SubscribeWebhookInput {
  /** Where to send to: https, or http on the server's own machine. @example "https://hr.example.org/throughline" */
  @Length(8, 2000)
  url: string;

  /** Stored names of the events to be told of; every one where absent. @example ["throughline.planning.GoalAgreed"] */
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @Length(1, 200, { each: true })
  types?: string[];
}

export class ReplayWebhookInput {
  /** All that follows on this position is sent, be it again; from the start of the log where absent. */
  @IsOptional()
  @Length(3, 100)
  after?: string;
}

const onWebhooks = { fold: webhooks, id: () => WEBHOOKS_ID };

export const subscribeWebhookCommand = command('SubscribeWebhook', {
  ...onWebhooks,
  facts: async (request: OfWebhook & { readonly input: SubscribeWebhookInput }, { ask }) => {
    const { webhookId, input } = request;
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    return { webhookId, url: input.url, types: input.types, secret, after: await ask(logEnd, {}) };
  },
  decide: subscribeWebhook,
});

export const unsubscribeWebhookCommand = command('UnsubscribeWebhook', {
  ...onWebhooks,
  facts: (request: OfWebhook) => request,
  decide: unsubscribeWebhook,
});

export const resumeWebhookCommand = command('ResumeWebhook', {
  ...onWebhooks,
  facts: (request: OfWebhook) => request,
  decide: resumeWebhook,
});

export const replayWebhookCommand = command('ReplayWebhook', {
  ...onWebhooks,
  facts: ({ webhookId, input: { after } }: OfWebhook & { readonly input: ReplayWebhookInput }) => ({
    webhookId,
    after,
  }),
  decide: replayWebhook,
});
