import {
  applyDecorators,
  Body,
  Controller,
  Delete,
  Get,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiQuery } from '@nestjs/swagger';
import { type CommandContext, creationId } from '@pm/eventing';
import { type PersonId, unknown } from '@pm/kernel';
import { joinPersonCommand, provisionPersonCommand } from '@pm/organisation';
import type { FastifyReply } from 'fastify';
import { attributesIn } from './attributes.js';
import { filterIn } from './filter.js';
import { joinInput } from './join-input.js';
import { patched } from './patch.js';
import { pageIn } from './page.js';
import { ProvisionedPeople } from './provisioned-people.js';
import { saidIn, type SaidOfUser } from './said-of-user.js';
import { SCHEMAS, SCIM_TYPE } from './schemas.js';
import { ScimUserAnswer, ScimUsersAnswer } from './scim.answer.js';
import { ProvisionedBy, ScimEndpoint, SilentScimEndpoint } from './scim-endpoint.decorator.js';
import { ScimRefused } from './scim-refused.js';
import { patchBody, userBody } from './scim-user.openapi.js';
import { userLocation } from './scim-user.js';

const Takes = (schema: typeof userBody): MethodDecorator =>
  applyDecorators(ApiConsumes(SCIM_TYPE, 'application/json'), ApiBody({ schema }));

const Asked = (name: string, type: 'string' | 'integer', description: string): MethodDecorator =>
  ApiQuery({ name, required: false, schema: { type }, description });

/** People, as an identity provider keeps them up to date. */
@Controller('scim/v2/Users')
export class ScimUserController {
  constructor(
    private readonly commands: CommandBus,
    private readonly people: ProvisionedPeople,
  ) {}

  @Post()
  @ScimEndpoint('Let a person join, from today on')
  @Takes(userBody)
  async create(
    @Body() body: unknown,
    @ProvisionedBy() by: CommandContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScimUserAnswer> {
    const input = joinInput(saidIn(attributesIn(body)));
    const personId = creationId('person', { number: input.number, by }) as PersonId;
    const { position } = await this.commands.execute(joinPersonCommand.of({ personId, input }, by));
    void reply.header('location', userLocation(personId));
    return this.read(personId, position);
  }

  @Get()
  @ScimEndpoint('The users that a filter names, or everyone by userName, in pages')
  @Asked(
    'filter',
    'string',
    'By `userName`, `id` or `externalId` with `eq`; more of them by `and`, or `manager`.',
  )
  @Asked('startIndex', 'integer', 'Of the first one, from 1.')
  @Asked('count', 'integer', 'At most this many, up to 200; 100 where absent.')
  async list(
    @Query('filter') filter?: string,
    @Query('startIndex') first?: string,
    @Query('count') count?: string,
  ): Promise<ScimUsersAnswer> {
    const page = pageIn(first, count);
    const { total, users } =
      filter === undefined
        ? await this.people.page(page)
        : await this.people.matching(filterIn(filter), page);
    const Resources = [...users];
    return {
      schemas: [SCHEMAS.list],
      totalResults: total,
      startIndex: page.skipped + 1,
      itemsPerPage: Resources.length,
      Resources,
    };
  }

  @Get(':id')
  @ScimEndpoint('A user')
  async one(@Param('id') id: string): Promise<ScimUserAnswer> {
    return this.read(id);
  }

  @Put(':id')
  @ScimEndpoint('Say all of a user: what is kept and left out stays as it is')
  @Takes(userBody)
  async replace(
    @Param('id') id: string,
    @Body() body: unknown,
    @ProvisionedBy() by: CommandContext,
  ): Promise<ScimUserAnswer> {
    return this.provision(id, saidIn(attributesIn(body)), by);
  }

  @Patch(':id')
  @ScimEndpoint('Change a user, by all of the operations or by none')
  @Takes(patchBody)
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @ProvisionedBy() by: CommandContext,
  ): Promise<ScimUserAnswer> {
    return this.provision(id, saidIn(patched(body)), by);
  }

  @Delete(':id')
  @SilentScimEndpoint('Record that today is the last day of a user; they stay known')
  async remove(@Param('id') id: string, @ProvisionedBy() by: CommandContext): Promise<void> {
    await this.provision(id, { active: false }, by);
  }

  private async provision(
    id: string,
    { userName, ...said }: SaidOfUser,
    by: CommandContext,
  ): Promise<ScimUserAnswer> {
    const known = await this.read(id);
    if (userName !== undefined && userName !== known.userName)
      throw new ScimRefused('mutability', 'A userName is the number of one person for ever.');
    const personId = known.id as PersonId;
    const { position } = await this.commands.execute(provisionPersonCommand.of({ personId, ...said }, by));
    return this.read(id, position);
  }

  private async read(id: string, after?: string): Promise<ScimUserAnswer> {
    const user = await this.people.user(id, after);
    if (!user) throw unknown('person-unknown', 'There is no such user.');
    return user;
  }
}
