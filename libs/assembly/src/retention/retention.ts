import type { Clock } from '@pm/eventing';
import type { Job, JobContext, Schedule } from '@pm/jobs';
import { type ActorId, addMonths, calendarInForce, localDate, startOfDay } from '@pm/kernel';
import { asJob } from '../jobs/as-job.js';
import { daily } from '../jobs/daily.js';
import type { Product } from '../jobs/product.js';
import { oldNotifications } from './old-notifications.js';
import { peopleWhoLeft } from './people-who-left.js';
import type { Expired, Records, RuleInForce } from './records.js';
import type { RecordKind, RetentionRules } from './retention-rules.js';

const KIND = 'retain';
const ATTEMPTS_MAX = 10;
const RETENTION = 'retention' as ActorId;

/** How each kind of records that a rule can name is ended. */
const RECORDS: Readonly<Record<RecordKind, Records>> = {
  'people-who-left': peopleWhoLeft,
  notifications: oldNotifications,
};

interface RetentionPorts {
  /** Nothing goes where absent. */
  readonly rules?: RetentionRules;
  readonly clock: Clock;
  /** Told after each run that ended something: how many, by which rule. */
  readonly onEnded: (records: number, rule: string) => void;
}

/** What rules would end now, and what a hold keeps. */
export interface Due extends Expired {
  readonly rule: string;
}

/** Ends, once a day, what the organisation's rules say has been kept long enough. Begun again, it goes on with the rest. */
export class Retention {
  readonly job: Job;
  private product: Product | undefined;

  constructor(private readonly ports: RetentionPorts) {
    this.job = { kind: KIND, attemptsMax: ATTEMPTS_MAX, run: (_, context) => this.run(context) };
  }

  start(product: Product): void {
    this.product = product;
  }

  nightly(): Promise<Schedule> {
    return daily({ id: 'nightly retention', kind: KIND, at: '03:30' }, this.product!.answers);
  }

  private async run({ workId, signal }: JobContext): Promise<void> {
    const { rules, clock, onEnded } = this.ports;
    const product = this.product!;
    for (const rule of await inForce(rules, product, clock)) {
      let ended = 0;
      for await (const record of RECORDS[rule.records].expired(rule, product)) {
        signal.throwIfAborted();
        if (record.held) continue;
        const context = asJob(RETENTION, workId);
        if (await RECORDS[rule.records].end(record, rule, { product, context })) ended += 1;
      }
      if (ended > 0) onEnded(ended, rule.name);
    }
  }
}

/** What the next run would end if it began now, rule by rule. */
export async function* dueUnder(rules: RetentionRules, product: Product, clock: Clock): AsyncGenerator<Due> {
  for (const rule of await inForce(rules, product, clock))
    for await (const record of RECORDS[rule.records].expired(rule, product))
      yield { ...record, rule: rule.name };
}

/** Whole days: what was over on the 15th has been kept a month from the 16th of the next one on. */
async function inForce(
  { version, rules }: RetentionRules = { version: 0, rules: [] },
  { answers }: Product,
  clock: Clock,
): Promise<RuleInForce[]> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  const today = localDate(clock.now(), timeZone);
  return rules.map((rule) => ({
    ...rule,
    version,
    overBy: startOfDay(addMonths(today, -rule.keepMonths), timeZone),
  }));
}
