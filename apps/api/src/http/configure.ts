import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Metrics, type Traces } from '@pm/assembly';
import { Clock } from '@pm/eventing';
import { ReadLog } from '@pm/reads';
import { recordReads } from '../reads/record-reads.js';
import { useCorrelation } from './correlation.js';
import { InputPipe } from './input.pipe.js';
import { useShallowJson } from './json-body.js';
import { openApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { type HttpSettings, protect } from './protection.js';
import { rememberRules } from './remembered-rules.js';
import { tagOutcomes, tagReads } from './representation.js';
import { useStreams } from './streamed-body.js';
import { traceRequests, watchRequests } from './watch-requests.js';

/** Everything between the socket and the controllers; the same for the server and for tests. */
export async function configure(
  app: NestFastifyApplication,
  settings: HttpSettings,
  traces?: Traces,
): Promise<void> {
  app.setGlobalPrefix('api/v1', {
    exclude: ['health', 'ready', 'metrics', 'problems', 'problems/:code', 'scim/v2/*path'],
  });
  rememberRules();
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  const fastify = app.getHttpAdapter().getInstance();
  useShallowJson(fastify);
  useStreams(fastify);
  const metrics = app.get(Metrics);
  const logger = new Logger('Request');
  useCorrelation(fastify);
  if (traces) traceRequests(fastify, traces);
  watchRequests(fastify, (answered) => {
    metrics.answered(answered);
    logger.log(answered);
  });
  recordReads(fastify, app.get(ReadLog), app.get(Clock));
  tagOutcomes(fastify);
  tagReads(fastify);
  await protect(app, settings);
  SwaggerModule.setup('api/docs', app, () => openApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    customSiteTitle: 'Throughline API',
  });
}
