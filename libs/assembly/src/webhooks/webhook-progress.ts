import type { EventStore, LoggedEvent } from '@pm/eventing';
import type { Agenda, Bookmarks } from '@pm/jobs';
import type { Instant } from '@pm/kernel';
import { isTold, type Webhook } from '@pm/webhooks';
import type { Stores } from '../stores.js';

/** Where the first event is not to be told, so many are looked at together. */
const PAGE_EVENTS = 1000;

/** How a webhook is getting on. */
export interface WebhookStanding {
  /** `idle`: told of all. `sending`: about to. `failing`: tried again by and by. `parked`: given up until it is resumed. */
  readonly standing: 'idle' | 'sending' | 'failing' | 'parked';
  /** Of the last event that it took, or where it began. */
  readonly position?: string;
  /** How often the event at hand was tried. */
  readonly attempts?: number;
  readonly lastError?: string;
}

/**
 * How far each webhook has been told of the log. Its bookmark moves only when an event was taken. The event after it is
 * the one piece of work that there is for the webhook, so that nothing is told before what happened earlier.
 */
export class WebhookProgress {
  private readonly events: EventStore;
  private readonly agenda: Agenda;
  private readonly bookmarks: Bookmarks;

  constructor({ events, agenda, bookmarks }: Pick<Stores, 'events' | 'agenda' | 'bookmarks'>) {
    this.events = events;
    this.agenda = agenda;
    this.bookmarks = bookmarks;
  }

  /** The event to tell next; undefined where all was told. */
  async next(webhook: Webhook): Promise<LoggedEvent | undefined> {
    let after = await this.position(webhook);
    for (let limit = 1; ; limit = PAGE_EVENTS) {
      const { events, upTo, atHead } = await this.events.readAll({ after, types: webhook.types, limit });
      const next = events.find(isTold);
      if (next || atHead) return next;
      after = upTo;
    }
  }

  async taken(webhook: Webhook, { position }: LoggedEvent): Promise<void> {
    await this.bookmarks.advance(bookmarkOf(webhook), position);
  }

  async standing(webhook: Webhook): Promise<WebhookStanding> {
    const position = await this.position(webhook);
    const next = await this.next(webhook);
    if (!next) return { standing: 'idle', position };
    const work = await this.agenda.find(workIdOf(webhook, next));
    const tried = work && { attempts: work.attempts, lastError: work.reason };
    if (work?.state === 'parked') return { standing: 'parked', position, ...tried };
    return { standing: work?.reason === undefined ? 'sending' : 'failing', position, ...tried };
  }

  /** Lets what was given up be tried again. */
  async release(webhook: Webhook, now: Instant): Promise<void> {
    const next = await this.next(webhook);
    if (next) await this.agenda.release(workIdOf(webhook, next), now);
  }

  private async position(webhook: Webhook): Promise<string | undefined> {
    return (await this.bookmarks.at(bookmarkOf(webhook))) ?? webhook.after;
  }
}

/** A replay begins under a new name, so that what was told before stands in the way of nothing. */
const bookmarkOf = ({ id, replays }: Webhook): string => `webhook:${id}:${replays}`;

export const workIdOf = (webhook: Webhook, event: LoggedEvent): string =>
  `${bookmarkOf(webhook)}:${event.id}`;
