import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Answers } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import { type Read, ReadLog } from '@pm/reads';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { momentsIn } from '../http/moment.query.js';
import { ReadLogAnswer, ReadsOfPersonAnswer } from './read.answer.js';
import { ReadLogQuery, ReadsOfPersonQuery } from './reads.query.js';
import { type Show, Showing } from './shown.js';

/** Who was shown whose data. To look it up is to read, too. */
@Controller()
export class ReadsController {
  constructor(
    @Inject(ReadLog) private readonly log: ReadLog,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get('people/:personId/reads')
  @Endpoint('Who was shown what is held about a person: for themselves, or with `reads.view`', {
    permission: 'inbox.read',
    own: { of: ['personId'], or: 'reads.view' },
    recorded: 'person-reads',
  })
  async ofPerson(
    @PathId('person') personId: PersonId,
    @Query() { limit, cursor, since, until }: ReadsOfPersonQuery,
    @Showing() show: Show,
  ): Promise<ReadsOfPersonAnswer> {
    const span = await momentsIn({ since, until }, this.answers);
    const { reads, next } = await this.log.list({ subject: personId, limit, cursor, ...span });
    show({ record: personId, subjects: [personId] });
    return { reads: reads.map(withoutSubjects), next };
  }

  @Get('read-log')
  @Endpoint('Every read of what is held about people, and every export', {
    permission: 'reads.view',
    recorded: 'read-log',
  })
  async list(
    @Query() { limit, cursor, reader, record, since, until }: ReadLogQuery,
    @Showing() show: Show,
  ): Promise<ReadLogAnswer> {
    const span = await momentsIn({ since, until }, this.answers);
    const { reads, next } = await this.log.list({ reader, recordId: record, limit, cursor, ...span });
    show({ record, subjects: reader === undefined ? [] : [reader as PersonId] });
    return { reads: [...reads], next };
  }
}

/** Whom else an answer showed is no business of somebody who was in it. */
function withoutSubjects(read: Read) {
  const { id, at, reader, onBehalfOf, roles, what, recordId, asOf, asKnownAt, correlationId } = read;
  return { id, at, reader, onBehalfOf, roles, what, recordId, asOf, asKnownAt, correlationId };
}
