import { setTimeout as delay } from 'node:timers/promises';
import { Config } from '@pm/config';
import { type Clock, SystemClock } from '@pm/eventing';
import { type BackOff, JobQueue, JobRunner, type JobTrouble, type WakeUps } from '@pm/jobs';
import { InlineWakeUps } from '@pm/jobs/inline';
import type { CheckpointSettings } from '../checkpoint-settings.js';
import { Erasures } from '../erasure/erasures.js';
import { DEFAULT_NOTIFICATIONS, type NotificationSettings } from '../notifications/notification-settings.js';
import { Reminders } from '../notifications/reminders.js';
import { Retention } from '../retention/retention.js';
import type { RetentionRules } from '../retention/retention-rules.js';
import type { Stores } from '../stores.js';
import { WebhookDeliveries } from '../webhooks/webhook-deliveries.js';
import type { Product } from './product.js';
import { forgetReads, forgetReadsNightly } from './forget-reads.job.js';
import { byChain, bySignature, type Finding, verifyLog, verifyLogNightly } from './verify-log.job.js';

/** Where an operator reads what became of jobs. */
export type Tell = (level: 'log' | 'warn' | 'error', text: string) => void;

export interface JobsOptions {
  readonly tell: Tell;
  /** Where several processes wake each other; this one by itself where absent. */
  readonly wakeUps?: WakeUps;
  /** Where the log is signed every night; it is only verified where absent. */
  readonly checkpoints?: CheckpointSettings;
  readonly clock?: Clock;
  /** How long what failed waits. */
  readonly backOff?: BackOff;
  /** How many days it is kept who read what. */
  readonly readsKeptDays?: number;
  /** When people are reminded; in office hours, without mails, where absent. */
  readonly notifications?: NotificationSettings;
  /** What goes after a time; nothing where absent. */
  readonly retention?: RetentionRules;
}

const ARM_AGAIN_MS = 5000;
const READS_KEPT_DAYS = new Config().THROUGHLINE_READS_KEPT_DAYS;

/** What this process does besides requests and views: every job of the product, whenever it is due. */
export class Jobs {
  private readonly wakeUps: WakeUps;
  private readonly queue: JobQueue;
  private readonly webhooks: WebhookDeliveries;
  private readonly reminders: Reminders;
  private readonly erasures: Erasures;
  private readonly retention: Retention;
  private readonly runner: JobRunner;
  private readonly stopping = new AbortController();
  private arming: Promise<void> = Promise.resolve();

  constructor(
    stores: Stores,
    private readonly options: JobsOptions,
  ) {
    const { events, keys, agenda } = stores;
    const { tell, checkpoints, clock = new SystemClock(), backOff } = options;
    const { notifications = DEFAULT_NOTIFICATIONS, readsKeptDays = READS_KEPT_DAYS } = options;
    this.wakeUps = options.wakeUps ?? new InlineWakeUps(clock);
    this.queue = new JobQueue(agenda, this.wakeUps, clock);
    this.webhooks = new WebhookDeliveries({
      stores,
      queue: this.queue,
      clock,
      onTrouble: ({ message }) => tell('warn', `webhooks wait: ${message}`),
    });
    this.reminders = new Reminders({
      stores,
      queue: this.queue,
      clock,
      ...notifications,
      onTrouble: ({ message }) => tell('warn', `reminders wait: ${message}`),
    });
    this.erasures = new Erasures({
      events,
      keys,
      onTrouble: ({ message }) => tell('warn', `erasures wait: ${message}`),
    });
    this.retention = new Retention({
      rules: this.options.retention,
      clock,
      onEnded: (records, rule) => tell('log', `retention: ${records} ended by the rule ${rule}`),
    });
    const look = checkpoints ? bySignature(events, checkpoints, clock) : byChain(events);
    const verifies = verifyLog(look, (found) => tell(...verified(found)));
    const forgets = forgetReads(stores.reads, readsKeptDays, (count) => {
      tell('log', `${count} reads older than ${readsKeptDays} days are forgotten`);
    });
    const jobs = [verifies, forgets, this.webhooks.job, this.retention.job, ...this.reminders.jobs];
    const onTrouble = (trouble: JobTrouble) => tell('warn', troubleText(trouble));
    this.runner = new JobRunner({ agenda, wakeUps: this.wakeUps, clock }, jobs, {
      onTrouble,
      ...(backOff && { backOff }),
    });
  }

  start(product: Product): void {
    this.webhooks.start(product.answers);
    this.reminders.start(product);
    this.erasures.start();
    this.retention.start(product);
    this.arming = this.arm(product);
    this.runner.start();
  }

  /** Resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.arming;
    await Promise.all([this.webhooks.stop(), this.reminders.stop(), this.erasures.stop()]);
    await this.runner.stop();
    await this.wakeUps.close();
  }

  /** Keeps the schedules, as soon as the stores can be reached. */
  private async arm({ answers }: Product): Promise<void> {
    const { signal } = this.stopping;
    let told: string | undefined;
    while (!signal.aborted) {
      try {
        await this.queue.schedule(await verifyLogNightly(answers));
        await this.queue.schedule(await forgetReadsNightly(answers));
        await this.queue.schedule(await this.reminders.daily());
        await this.queue.schedule(await this.retention.nightly());
        return;
      } catch (error) {
        const { message } = error as Error;
        if (message !== told) this.options.tell('warn', `schedules cannot be kept yet: ${message}`);
        told = message;
        await delay(ARM_AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  }
}

function verified(found: Finding): Parameters<Tell> {
  if (found instanceof Error) return ['error', `the log is not as signed: ${found.message}`];
  const { events, streams, fault } = found;
  if (!fault) return ['log', `the log is as recorded: ${events} events in ${streams} streams`];
  return ['error', `the log is not as recorded: at ${fault.position} in ${fault.stream}, ${fault.problem}`];
}

const troubleText = ({ what, workId, error }: JobTrouble): string =>
  `job ${workId ?? '–'} ${what}: ${error instanceof Error ? error.message : String(error)}`;
