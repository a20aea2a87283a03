import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import { Answers } from '@pm/eventing';
import { type BatchOutcome, csvRows, ndjsonRows, recordBatch } from '@pm/intake';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Streamed, type StreamedBody, Streams } from '../http/streamed-body.js';
import { AmendedBy, type Amender } from './amender.js';
import { batchBody, batchOutcome } from './measurement-batch.openapi.js';

const CSV = 'text/csv';

/** Measurements of many KPIs at once. */
@Controller('measurements')
export class MeasurementBatchController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Post('batch')
  @HttpCode(200)
  @Endpoint('Record many measurements: good rows are stored, bad ones told', { permission: 'kpi.measure' })
  @Streams('application/x-ndjson', CSV)
  @ApiBody({ schema: batchBody })
  @ApiOkResponse({ schema: batchOutcome })
  record(@Streamed() { type, bytes }: StreamedBody, @AmendedBy() amender: Amender): Promise<BatchOutcome> {
    const rows = type === CSV ? csvRows(bytes) : ndjsonRows(bytes);
    return recordBatch(rows, { commands: this.commands, answers: this.answers }, amender);
  }
}
