import { Module } from '@nestjs/common';
import { provideAnswers } from '@pm/eventing';
import * as onApiKey from './api-keys/api-key.command.js';
import { answerMeasuringLimits } from './api-keys/measuring-limits.js';
import * as onRoles from './granted-roles/granted-roles.command.js';

@Module({
  providers: [
    onApiKey.issueApiKeyCommand.handler,
    onApiKey.revokeApiKeyCommand.handler,
    onRoles.grantRoleCommand.handler,
    onRoles.revokeRoleCommand.handler,
    provideAnswers('identity', [answerMeasuringLimits]),
  ],
})
export class IdentityModule {}
