import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule, type AppParts } from './app.module.js';
import { configure } from './http/configure.js';
import { sendProblem } from './http/problem.filter.js';
import { httpProblem } from './http/problems.js';
import { DEFAULT_HTTP } from './http/protection.js';

const BODY_BYTES_MAX = 1024 * 1024;

/** The server, ready to listen. */
export async function createServer(parts: AppParts, logger: LoggerService | false = false) {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    routerOptions: { maxParamLength: 200 },
    // What has begun to arrive when the server is told to stop is answered as ever, not by the framework in its own words.
    return503OnClosing: false,
    // Addresses that no route can be looked up for never reach the filter.
    frameworkErrors: (error: FastifyError, _: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, httpProblem(error.statusCode ?? 400)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(parts), adapter, {
    logger,
    bodyParser: false,
  });
  await configure(app, parts.http ?? DEFAULT_HTTP, parts.traces);
  parts.traces?.watchBuses(app.get(CommandBus), app.get(QueryBus));
  parts.traces?.watchStores(parts.stores);
  return app;
}
