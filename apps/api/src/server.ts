import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppParts } from './app.module.js';
import { configure } from './http/configure.js';

const BODY_BYTES_MAX = 1024 * 1024;

/** The server, ready to listen. */
export async function createServer(parts: AppParts, log: ('error' | 'warn' | 'log' | 'debug')[] = []) {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_BYTES_MAX, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(parts), adapter, {
    logger: log,
    bodyParser: false,
  });
  configure(app);
  return app;
}
