import { Module } from '@nestjs/common';
import { provideAnswers } from '@pm/eventing';
import * as onApiKey from './api-keys/api-key.command.js';
import { answerMeasuringLimits } from './api-keys/measuring-limits.js';

@Module({
  providers: [
    onApiKey.issueApiKeyCommand.handler,
    onApiKey.revokeApiKeyCommand.handler,
    provideAnswers('identity', [answerMeasuringLimits]),
  ],
})
export class IdentityModule {}
