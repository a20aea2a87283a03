import { Logger } from '@nestjs/common';
import {
  addressesIn,
  areShared,
  checkpointSettings,
  goalReadingSettings,
  Jobs,
  keepHeapSmall,
  notificationSettings,
  openStores,
  openTraces,
  openWakeUps,
  ProjectionElsewhere,
  retentionRules,
  settleKeys,
  StructuredLog,
  tokenSettings,
  type Tell,
  WorkerProjection,
} from '@pm/assembly';
import { type Config, readConfig } from '@pm/config';
import { currentCorrelationId } from './http/correlation.js';
import { createServer } from './server.js';

/** Starts the server, with views and jobs in this process unless workers see to them. */
async function start(config: Config): Promise<void> {
  const { THROUGHLINE_DATA: directory, THROUGHLINE_HOST: host, THROUGHLINE_PORT: port } = config;
  const addresses = addressesIn(config);
  const background = config.THROUGHLINE_BACKGROUND === 'here';
  const checkpoints = background ? checkpointSettings(config) : undefined;
  const retention = retentionRules(config);
  const stores = await openStores(addresses);
  const log = new StructuredLog({
    level: config.THROUGHLINE_LOG,
    readable: process.stdout.isTTY,
    correlationId: currentCorrelationId,
  });
  const logger = new Logger('Throughline');
  const tell: Tell = (level, text) => logger[level](text);
  void settleKeys(stores.keys, ({ message }) => logger.error(`no key can be used: ${message}`));
  const parts = {
    stores,
    projection: background ? new WorkerProjection(addresses, stores.events) : new ProjectionElsewhere(),
    jobs: background
      ? new Jobs(stores, {
          tell,
          wakeUps: await openWakeUps(config.THROUGHLINE_REDIS_URL, tell),
          notifications: await notificationSettings(config),
          retention,
          checkpoints,
          readsKeptDays: config.THROUGHLINE_READS_KEPT_DAYS,
        })
      : undefined,
    tokens: tokenSettings(config),
    firstAdmin: config.THROUGHLINE_FIRST_ADMIN,
    http: {
      rateLimit: config.THROUGHLINE_RATE_LIMIT,
      corsOrigins: config.THROUGHLINE_CORS_ORIGINS?.split(',') ?? [],
    },
    reading: goalReadingSettings(config),
    openMetrics: config.THROUGHLINE_METRICS === 'open',
    traces: await openTraces(config.THROUGHLINE_OTLP_URL, 'throughline-api'),
  };
  parts.projection.start();
  const app = await orStop(createServer(parts, log), async () => {
    await parts.projection.stop();
    await stores.close();
  });
  await orStop(app.listen(port, host), () => app.close());
  const where = areShared(addresses) ? 'on servers' : `in ${directory}`;
  logger.log(`listening on ${await app.getUrl()}, data ${where}`);
}

/** Where something cannot be started, what was started before ends, so that the process does. */
async function orStop<T>(begun: Promise<T>, stop: () => Promise<void>): Promise<T> {
  try {
    return await begun;
  } catch (error) {
    await stop();
    throw error;
  }
}

try {
  keepHeapSmall();
  await start(readConfig());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
