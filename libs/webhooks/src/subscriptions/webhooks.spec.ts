import { decision } from '@pm/kernel/testing';
import { replayWebhook, resumeWebhook, subscribeWebhook, unsubscribeWebhook } from './webhooks.decide.js';
import type { WebhooksEvent } from './webhooks.events.js';
import { webhooks } from './webhooks.state.js';

const asked = { webhookId: 'w1', url: 'https://hr.example.org/told', secret: 'whsec_x', after: 'log.05' };
const subscribed = (change: object = {}): WebhooksEvent => ({
  type: 'WebhookSubscribed',
  data: { ...asked, ...change },
});
const unsubscribed: WebhooksEvent = { type: 'WebhookUnsubscribed', data: { webhookId: 'w1' } };

describe('Subscribe a webhook', () => {
  const { given } = decision(webhooks, subscribeWebhook);

  it('keeps where to tell, with which secret, and from where in the log on', () =>
    given().when(asked).gives(subscribed()));

  it('keeps each type once, in one order', () =>
    given()
      .when({ ...asked, types: ['b', 'a', 'b'] })
      .gives(subscribed({ types: ['a', 'b'] })));

  it.each(['http://localhost:8080/told', 'http://127.0.0.1/told', 'http://[::1]:9/told'])(
    'takes %s: it stays on this machine',
    (url) =>
      given()
        .when({ ...asked, url })
        .gives(subscribed({ url })),
  );

  it.each([
    'http://hr.example.org/told',
    'http://localhost.example.org/told',
    'http://127.0.0.1.example.org/told',
    'https://user:word@hr.example.org/told',
    'https://hr.example.org/told#here',
    'ftp://localhost/told',
    'hr.example.org',
  ])('refuses %s', (url) =>
    given()
      .when({ ...asked, url })
      .refuses('webhook-url-unsafe'),
  );

  it('refuses more than anyone looks after', () =>
    given(...Array.from({ length: 50 }, (_, number) => subscribed({ webhookId: `${number}` })))
      .when(asked)
      .refuses('too-many-webhooks'));
});

describe('Unsubscribe a webhook', () => {
  const { given } = decision(webhooks, unsubscribeWebhook);

  it('is kept', () => given(subscribed()).when(asked).gives(unsubscribed));
  it('is nothing new for one that is gone', () => given(subscribed(), unsubscribed).when(asked).gives());
});

describe('Resume a webhook', () => {
  const { given } = decision(webhooks, resumeWebhook);

  it('is kept', () =>
    given(subscribed())
      .when(asked)
      .gives({ type: 'WebhookResumed', data: { webhookId: 'w1' } }));
  it('refuses one that is gone', () =>
    given(subscribed(), unsubscribed).when(asked).refuses('webhook-unknown'));
});

describe('Replay a webhook', () => {
  const { given } = decision(webhooks, replayWebhook);

  it.each(['log.02', undefined])('keeps from where on: %s', (after) =>
    given(subscribed())
      .when({ webhookId: 'w1', after })
      .gives({ type: 'WebhookReplayed', data: { webhookId: 'w1', after } }),
  );
  it('refuses one that is gone', () => given().when(asked).refuses('webhook-unknown'));
});
