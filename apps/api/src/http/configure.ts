import { ValidationPipe } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { toInvalidInput } from './invalid-input.js';
import { useShallowJson } from './json-body.js';
import { EtagInterceptor } from './outcome.js';
import { ProblemFilter } from './problem.filter.js';
import { useStreams } from './streamed-body.js';

/** Everything between the socket and the controllers; the same for the server and for tests. */
export function configure(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'ready'] });
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: toInvalidInput,
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new EtagInterceptor());
  app.enableShutdownHooks();
  useShallowJson(app.getHttpAdapter().getInstance());
  useStreams(app.getHttpAdapter().getInstance());
  SwaggerModule.setup('api/docs', app, () => openApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    customSiteTitle: 'Throughline API',
  });
}

export function openApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Throughline')
    .setDescription(
      'Goals, measurements and reviews as immutable events, and views of them as of any moment.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config);
}
