import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Answers, type CommandContext, creationId } from '@pm/eventing';
import {
  apiKeys,
  issueApiKeyCommand,
  IssueApiKeyInput,
  newKey,
  revokeApiKeyCommand,
  RevokeApiKeyInput,
} from '@pm/identity';
import { apiKeysView, presentApiKey } from '@pm/identity/views';
import { ListView } from '@pm/projections/queries';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';
import { CommandOutcome } from '../http/outcome.answer.js';
import { PageQuery } from '../http/page.query.js';
import { ApiKeysAnswer, IssuedKeyAnswer } from './api-key.answer.js';

/** Machines that may act, within what whoever let them in may do. */
@Controller('api-keys')
export class ApiKeyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Post()
  @Endpoint('Issue a key for a machine; the answer shows it, once', { permission: 'api-key.manage' })
  async issue(@Body() input: IssueApiKeyInput, @By() by: CommandContext): Promise<IssuedKeyAnswer> {
    const keyId = creationId('apiKey', { by });
    const { text, hash } = newKey(keyId);
    // The same request again is recognised by all that it says: also by the hash of the key that it was answered with.
    const { issued } = await this.answers.asking().read(apiKeys, keyId);
    const request = { keyId, hash: issued?.hash ?? hash, input };
    const decided = await this.commands.execute(issueApiKeyCommand.of(request, by));
    const answer = outcome(decided, keyId);
    return decided.repeated ? answer : Object.assign(answer, { key: text });
  }

  @Get()
  @Endpoint('Every key that was issued, how it stands and what it may do', { permission: 'api-key.manage' })
  async list(@Query() { limit, cursor, after }: PageQuery): Promise<ApiKeysAnswer> {
    const list = new ListView(apiKeysView, { sortBy: 'issuedAt', limit, cursor }, { after });
    const { documents, next } = await this.queries.execute(list);
    const now = this.answers.now();
    return { keys: documents.map(({ own }) => presentApiKey(own!, now)), next };
  }

  @Post(':apiKeyId/revocation')
  @Endpoint('Take a key back: within seconds it opens nothing more', { permission: 'api-key.manage' })
  async revoke(
    @PathId('apiKey') keyId: string,
    @Body() input: RevokeApiKeyInput,
    @By() by: CommandContext,
  ): Promise<CommandOutcome> {
    const command = revokeApiKeyCommand.of({ keyId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }
}
