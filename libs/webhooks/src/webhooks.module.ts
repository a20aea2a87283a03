import { Module } from '@nestjs/common';
import { Answers, answerTo, EventStore } from '@pm/eventing';
import * as on from './subscriptions/webhooks.command.js';

const answersWithLog = {
  provide: 'answers of webhooks',
  useFactory: (all: Answers, events: EventStore) => all.add(answerTo(on.logEnd, () => events.head())),
  inject: [Answers, EventStore],
};

@Module({
  providers: [
    on.subscribeWebhookCommand.handler,
    on.unsubscribeWebhookCommand.handler,
    on.resumeWebhookCommand.handler,
    on.replayWebhookCommand.handler,
    answersWithLog,
  ],
})
export class WebhooksModule {}
