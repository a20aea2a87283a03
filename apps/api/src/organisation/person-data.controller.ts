import { Readable } from 'node:stream';
import { Controller, Get, Inject, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Answers, EventStore, Keys } from '@pm/eventing';
import { personData } from '@pm/exporting';
import { type PersonId, unknown } from '@pm/kernel';
import { people } from '@pm/organisation';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { type Show, Showing } from '../reads/shown.js';

const MEDIA_TYPE = 'application/x-ndjson; charset=utf-8';

@Controller('people/:personId/data')
export class PersonDataController {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(EventStore) private readonly events: EventStore,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @Get()
  @Endpoint('All that is held about a person, event by event: for themselves, or with `people.disclose`', {
    permission: 'people.read',
    own: { of: ['personId'], or: 'people.disclose' },
    recorded: 'person-data',
  })
  @ApiProduces(MEDIA_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(@PathId('person') personId: PersonId, @Showing() show: Show) {
    const { joinedAt } = await this.answers.asking().read(people, personId);
    if (joinedAt === undefined) throw unknown('person-unknown', 'There is no such person.', { personId });
    show({ record: personId, subjects: [personId] });
    const bytes = await personData({ events: this.events, keys: this.keys }, personId);
    return new StreamableFile(Readable.from(bytes, { objectMode: false }), { type: MEDIA_TYPE });
  }
}
