import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { Tokens } from '@pm/access';
import {
  addressesIn,
  areShared,
  AssemblyModule,
  checkpointSettings,
  Jobs,
  keepHeapSmall,
  LeasedProjection,
  Metrics,
  notificationSettings,
  openStores,
  openTraces,
  openWakeUps,
  Product,
  Readiness,
  retentionRules,
  settleKeys,
  StructuredLog,
  tokenSettings,
  type Tell,
  ViewOperations,
} from '@pm/assembly';
import { type Config, readConfig } from '@pm/config';
import { Answers } from '@pm/eventing';
import { Identities } from '@pm/identity';
import { healthServer } from './health-server.js';
import { ViewNews } from './view-news.js';

/** Keeps views up to date and does jobs, side by side with other workers, until it is told to stop. */
async function work(config: Config): Promise<void> {
  const addresses = addressesIn(config);
  if (!areShared(addresses))
    throw new Error('a worker needs its stores on servers: set THROUGHLINE_EVENTS_URL and its like');
  const checkpoints = checkpointSettings(config);
  const retention = retentionRules(config);
  const stores = await openStores(addresses);
  const traces = await openTraces(config.THROUGHLINE_OTLP_URL, 'throughline-worker');
  traces?.watchStores(stores);
  const context = await NestFactory.createApplicationContext(AssemblyModule.forRoot(stores), {
    logger: new StructuredLog({ level: config.THROUGHLINE_LOG, readable: process.stdout.isTTY }),
  });
  const logger = new Logger('Worker');
  const news = new ViewNews((text) => logger.warn(text));
  const projection = new LeasedProjection(stores, stores.leases, {
    onChange: () => news.tell(projection.failing()),
  });
  const tell: Tell = (level, text) => logger[level](text);
  const jobs = new Jobs(stores, {
    tell,
    wakeUps: await openWakeUps(config.THROUGHLINE_REDIS_URL, tell),
    notifications: await notificationSettings(config),
    retention,
    checkpoints,
    readsKeptDays: config.THROUGHLINE_READS_KEPT_DAYS,
  });
  const metrics = new Metrics(context.get(ViewOperations), stores.agenda);
  metrics.watch(context.get(CommandBus));
  const health = healthServer({
    readiness: new Readiness(stores, projection),
    metrics,
    identities:
      config.THROUGHLINE_METRICS === 'open'
        ? undefined
        : new Identities({ tokens: new Tokens(tokenSettings(config)), answers: context.get(Answers) }),
  });
  void settleKeys(stores.keys, ({ message }) => logger.error(`no key can be used: ${message}`));
  projection.start();
  jobs.start(context.get(Product));
  health.listen(config.THROUGHLINE_PORT, config.THROUGHLINE_HOST);
  await once(health, 'listening');
  logger.log(`at work, health on port ${config.THROUGHLINE_PORT}`);

  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  health.close();
  await Promise.all([projection.stop(), jobs.stop()]);
  await context.close();
  await stores.close();
  await traces?.stop();
}

try {
  keepHeapSmall();
  await work(readConfig());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
