import { Module } from '@nestjs/common';
import { Answers, Keys } from '@pm/eventing';
import * as on from './inbox/inbox.command.js';

const answersWithKeys = {
  provide: 'answers of notifications that open what is sealed',
  useFactory: (all: Answers, keys: Keys) => all.add(on.answerMailAddress(keys)),
  inject: [Answers, Keys],
};

@Module({
  providers: [
    on.raiseNotificationCommand.handler,
    on.readNotificationCommand.handler,
    on.forgetNotificationCommand.handler,
    on.setMailAddressCommand.handler,
    answersWithKeys,
  ],
})
export class NotificationsModule {}
