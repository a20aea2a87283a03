import { Readable } from 'node:stream';
import { Controller, HttpCode, Inject, Post, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import { type Identity, may } from '@pm/access';
import { views } from '@pm/assembly';
import { Answers, KeyedQueue } from '@pm/eventing';
import { type Plan, planOf } from '@pm/importing';
import { importPlan, type ImportReport } from '@pm/intake';
import { FreshViews } from '@pm/projections';
import { Asker } from '../http/asker.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Forbidden } from '../http/forbidden.js';
import { Streamed, type StreamedBody, Streams } from '../http/streamed-body.js';
import { importParts } from './import-parts.js';
import { neededPermissions } from './needed-permissions.js';
import { toldImport } from './told-import.js';

const NDJSON = 'application/x-ndjson';

/** What the command line's import does, beside a running server. */
@Controller('imports')
export class ImportController {
  /** One after the other: two at once could close a circle of managers that neither sees. */
  private readonly queue = new KeyedQueue();

  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(FreshViews) private readonly fresh: FreshViews,
  ) {}

  @Post()
  @HttpCode(200)
  @Endpoint('Import a CSV file by a mapping, whose every section needs the permission of what it does', {
    permission: 'import.run',
  })
  @Streams('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['mapping', 'file'],
      properties: {
        mapping: { type: 'string', description: 'What the columns mean: JSON, see docs/import.md.' },
        file: { type: 'string', format: 'binary', description: 'CSV in UTF-8.' },
      },
    },
  })
  @ApiOkResponse({
    description: 'A line of JSON each: progress, rejected, note, and last report or problem.',
    content: { [NDJSON]: { schema: { type: 'string' } } },
  })
  async run(@Streamed() body: StreamedBody, @Asker() asker: Identity): Promise<StreamableFile> {
    const { mapping, file } = await importParts(body);
    if (!neededPermissions(mapping).every((permission) => may(asker, permission))) throw new Forbidden();
    const plan = await planOf(file.stream(), mapping);
    const lines = toldImport((onProgress) =>
      this.queue.run('import', () => this.carriedOut(plan, asker, onProgress)),
    );
    return new StreamableFile(Readable.from(lines), { type: NDJSON });
  }

  private async carriedOut(
    plan: Plan,
    { actor }: Identity,
    onProgress: (done: number, of: number) => void,
  ): Promise<ImportReport> {
    const ports = { commands: this.commands, answers: this.answers };
    const report = await importPlan(plan, ports, { onBehalfOf: actor, onProgress });
    // Whoever reads next finds it, unless views are far behind: what is stored is shown later then.
    const { position: after } = report;
    if (after) await Promise.allSettled(views.map(({ name }) => this.fresh.generation(name, { after })));
    return report;
  }
}
