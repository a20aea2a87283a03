import { Logger } from '@nestjs/common';
import { openEmbedded, tokenSettings, WorkerProjection } from '@pm/assembly';
import { type Config, readConfig } from '@pm/config';
import { createServer } from './server.js';

const LEVELS = {
  error: ['error'],
  warn: ['error', 'warn'],
  info: ['error', 'warn', 'log'],
  debug: ['error', 'warn', 'log', 'debug'],
} as const;

/** Starts the server on the embedded stores. */
async function start(config: Config): Promise<void> {
  const { THROUGHLINE_DATA: directory, THROUGHLINE_HOST: host, THROUGHLINE_PORT: port } = config;
  const stores = openEmbedded(directory);
  const projection = new WorkerProjection(directory, stores.events);
  const app = await createServer({ stores, projection, tokens: tokenSettings(config) }, [
    ...LEVELS[config.THROUGHLINE_LOG],
  ]);
  await app.listen(port, host);
  new Logger('Throughline').log(`listening on ${await app.getUrl()}, data in ${directory}`);
}

try {
  await start(readConfig());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
