import { Body, Controller, Get, Inject, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Answers, type CommandContext, creationId, Keys, type Moments, opened } from '@pm/eventing';
import { type PersonId, unknown } from '@pm/kernel';
import {
  changeManagerCommand,
  ChangeManagerInput,
  erasePersonCommand,
  ErasePersonInput,
  joinPersonCommand,
  JoinPersonInput,
  ListPeople,
  movePersonCommand,
  MovePersonInput,
  ReadPerson,
  recordDepartureCommand,
  RecordDepartureInput,
  renamePersonCommand,
  RenamePersonInput,
} from '@pm/organisation';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { shown } from '../http/list.query.js';
import { MomentQuery, momentIn } from '../http/moment.query.js';
import { outcome } from '../http/outcome.js';
import { type Show, Showing } from '../reads/shown.js';
import { PeopleAnswer, PersonWithLineAnswer } from './person.answer.js';
import { PeopleQuery } from './people.query.js';

@Controller('people')
export class PersonController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @Post()
  @Endpoint('Let a person join', { permission: 'people.change' })
  async join(@Body() input: JoinPersonInput, @By() by: CommandContext) {
    const personId = creationId('person', { number: input.number, by }) as PersonId;
    const command = joinPersonCommand.of({ personId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Put(':personId/unit')
  @Endpoint('Move a person to another unit, from a day on', { permission: 'people.change' })
  async move(@PathId('person') personId: PersonId, @Body() input: MovePersonInput, @By() by: CommandContext) {
    const command = movePersonCommand.of({ personId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Put(':personId/manager')
  @Endpoint('Let somebody else lead a person, or nobody, from a day on', { permission: 'people.change' })
  async changeManager(
    @PathId('person') personId: PersonId,
    @Body() input: ChangeManagerInput,
    @By() by: CommandContext,
  ) {
    const command = changeManagerCommand.of({ personId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Put(':personId/name')
  @Endpoint('Put the name of a person right', { permission: 'people.change' })
  async rename(
    @PathId('person') personId: PersonId,
    @Body() input: RenamePersonInput,
    @By() by: CommandContext,
  ) {
    const command = renamePersonCommand.of({ personId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post(':personId/departure')
  @Endpoint('Record the last day of a person, or another one', { permission: 'people.change' })
  async recordDeparture(
    @PathId('person') personId: PersonId,
    @Body() input: RecordDepartureInput,
    @By() by: CommandContext,
  ) {
    const command = recordDepartureCommand.of({ personId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post(':personId/erasure')
  @Endpoint('Forget a person: destroys the key of all texts about and by them, for ever', {
    permission: 'people.erase',
  })
  async erase(
    @PathId('person') personId: PersonId,
    @Body() input: ErasePersonInput,
    @By() by: CommandContext,
  ) {
    const decided = await this.commands.execute(erasePersonCommand.of({ personId, input }, by));
    // Where this is not reached, whoever follows the log for erasures does it.
    await this.keys.destroy(personId);
    return outcome(decided);
  }

  @Get()
  @Endpoint('The people of a unit, or everyone by number, now or as of any moment', {
    permission: 'people.read',
    recorded: 'people',
  })
  async list(
    @Query() { unit, limit, cursor, fields, after, ...moment }: PeopleQuery,
    @Showing() show: Show,
  ): Promise<PeopleAnswer> {
    const asked = await momentIn(moment, this.answers);
    const query = new ListPeople({ unitId: unit, limit, cursor }, this.present(asked), { after });
    const { people, next } = await this.queries.execute(query);
    show({ subjects: people.map(({ personId }) => personId), ...asked });
    return { people: shown(await opened(this.keys, [...people]), fields), next };
  }

  @Get(':personId')
  @Endpoint('A person, where they belong and who stands above them, now or as of any moment', {
    permission: 'people.read',
    recorded: 'person',
  })
  async read(
    @PathId('person') personId: PersonId,
    @Query() { after, ...moment }: MomentQuery,
    @Showing() show: Show,
  ): Promise<PersonWithLineAnswer> {
    const asked = await momentIn(moment, this.answers);
    const person = await this.queries.execute(new ReadPerson(personId, this.present(asked), { after }));
    if (!person) throw unknown('person-unknown', 'There is no such person, or they were not known then.');
    show({ record: personId, subjects: [personId], ...asked });
    return opened(this.keys, person);
  }

  private present({ asOf = this.answers.now(), asKnownAt }: Moments) {
    return { asOf, asKnownAt };
  }
}
