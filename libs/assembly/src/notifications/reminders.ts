import type { Clock, LoggedEvent } from '@pm/eventing';
import type { Job, JobContext, JobQueue, Schedule } from '@pm/jobs';
import { type ActorId, calendarInForce, type GoalId, localDate, sidesOf } from '@pm/kernel';
import {
  dueMatters,
  type Mail,
  raiseNotificationCommand,
  type Telling,
  workingMomentFrom,
  type WorkingTime,
} from '@pm/notifications';
import { catalogue } from '../events-and-views.js';
import { asJob } from '../jobs/as-job.js';
import { daily } from '../jobs/daily.js';
import { LogFollower } from '../jobs/log-follower.js';
import type { Product } from '../jobs/product.js';
import type { Stores } from '../stores.js';
import { goalAtHand, openGoals } from './goals-at-hand.js';
import { mailNotification, mailOf } from './mail-notification.job.js';

const KIND = 'remind';
const ATTEMPTS_MAX = 10;
const BOOKMARK = 'reminders';
const REMINDERS = 'reminders' as ActorId;

/** After these somebody may have to answer at once. */
const TO_ANSWER = ['GoalProposed', 'GoalCounterProposed', 'GoalChangeRequested'].map((type) =>
  catalogue.storedName(type),
);
/** After this a working day may begin at another moment. */
const CALENDAR = catalogue.storedName('CalendarSet');

interface RemindersPorts {
  readonly stores: Pick<Stores, 'events' | 'bookmarks'>;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly workingTime: WorkingTime;
  /** The inbox alone where absent. */
  readonly mail?: Mail;
  readonly onTrouble: (error: Error) => void;
}

/**
 * Tells people what they have to do: looks at every open goal once a day, and at a single one as soon as somebody has to
 * answer. Looking again tells nothing again: a notification's id, and that of its mail, follow from what is told to whom.
 */
export class Reminders {
  readonly jobs: readonly Job[];
  private readonly follower: LogFollower;
  private product: Product | undefined;

  constructor(private readonly ports: RemindersPorts) {
    const { stores, mail, onTrouble } = ports;
    const look: Job = {
      kind: KIND,
      attemptsMax: ATTEMPTS_MAX,
      run: (payload, context) => this.look(payload as { goalId?: GoalId }, context),
    };
    this.jobs = mail ? [look, mailNotification(mail, () => this.product!.answers)] : [look];
    this.follower = new LogFollower(stores.events, {
      begin: () => stores.bookmarks.at(BOOKMARK),
      types: [...TO_ANSWER, CALENDAR],
      onPage: ({ events }) => this.follow(events),
      onTrouble,
    });
  }

  start(product: Product): void {
    this.product = product;
    this.follower.start();
  }

  async stop(): Promise<void> {
    await this.follower.stop();
  }

  /** Whether people work that day is seen then. */
  daily(): Promise<Schedule> {
    const at = this.ports.workingTime.remindAt;
    return daily({ id: 'daily reminders', kind: KIND, at }, this.product!.answers);
  }

  private async follow(events: readonly LoggedEvent[]): Promise<void> {
    const { stores, queue, clock } = this.ports;
    if (events.some(({ type }) => type === CALENDAR)) await queue.schedule(await this.daily());
    const asked = events.filter(({ type }) => type !== CALENDAR);
    const dueAt = clock.now();
    await queue.put(
      ...asked.map(({ id, data }) => {
        const { goalId } = data as { goalId: GoalId };
        return { id: `${KIND}:${id}`, kind: KIND, dueAt, payload: { goalId } };
      }),
    );
    const last = events.at(-1);
    if (last) await stores.bookmarks.advance(BOOKMARK, last.position);
  }

  private async look({ goalId }: { readonly goalId?: GoalId }, context: JobContext): Promise<void> {
    for (const each of goalId ? [goalId] : await openGoals(this.product!)) {
      context.signal.throwIfAborted();
      await this.tell(each, context);
    }
  }

  private async tell(goalId: GoalId, { workId }: JobContext): Promise<void> {
    const { clock, workingTime } = this.ports;
    const { answers } = this.product!;
    const found = await goalAtHand(goalId, this.product!);
    if (!found) return;
    const at = clock.now();
    const { timeZone } = await answers.asking().ask(calendarInForce, {});
    const due = dueMatters(found.goal, localDate(at, timeZone), workingTime);
    if (due.length === 0) return;
    const sides = await answers.asking().ask(sidesOf, { owner: found.owner, at });
    for (const { to, ...matter } of due) {
      const personId = sides[to];
      if (personId) await this.raise({ ...matter, personId }, { workId, timeZone });
    }
  }

  private async raise(
    telling: Telling,
    { workId, timeZone }: { readonly workId: string; readonly timeZone: string },
  ): Promise<void> {
    const { mail, queue, clock, workingTime } = this.ports;
    const by = asJob(REMINDERS, workId);
    await this.product!.commands.execute(raiseNotificationCommand.of(telling, by));
    // Whoever was told before they could be mailed is mailed now: this, too, happens once.
    if (mail) await queue.put(mailOf(telling, workingMomentFrom(clock.now(), timeZone, workingTime)));
  }
}
