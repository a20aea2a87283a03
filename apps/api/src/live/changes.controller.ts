import { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Logger, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { Identity } from '@pm/access';
import { ChangeFeed, type Followed } from '@pm/projections';
import type { FastifyReply } from 'fastify';
import { Asker } from '../http/asker.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Forbidden } from '../http/forbidden.js';
import { ChangesOfViewsQuery } from './changes.query.js';
import { eventStream } from './event-stream.js';
import { followable } from './followable-views.js';
import { OpenStreams } from './open-streams.js';
import { paced } from './paced.js';

const HEARTBEAT_MS = 15_000;
/** How long a client may take for what it was sent. */
const SLOW_MS_MAX = 30_000;
/** The longest that a timer takes. */
const TIMER_MS_MAX = 2 ** 31 - 1;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that gather answers would hold these back for ever.
  'x-accel-buffering': 'no',
};

/** Tells which documents of which views have changed, as it happens. */
@Controller('changes')
export class ChangesController {
  private readonly logger = new Logger('Changes');

  constructor(
    @Inject(ChangeFeed) private readonly feed: ChangeFeed,
    @Inject(OpenStreams) private readonly streams: OpenStreams,
  ) {}

  @Get()
  @Endpoint('Follow what changes in the views, as server-sent events', { permission: 'changes.read' })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Goes on after it, instead of `after`.' })
  async follow(
    @Query() { views: named, key, after }: ChangesOfViewsQuery,
    @Headers('last-event-id') lastId: string | undefined,
    @Asker() asker: Identity,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const views = followable(named ?? this.feed.views, asker);
    if (views.length === 0 || (named && views.length < named.length)) throw new Forbidden();
    const followed = { views, key, reader: asker.actor, after: lastId || after };
    const from = await this.feed.start(followed);
    const ending = this.streams.add();
    // Whoever comes back brings a token that is still valid.
    const leftMs = asker.expiresAt * 1000 - Date.now();
    const expiry = setTimeout(() => ending.abort(), Math.min(leftMs, TIMER_MS_MAX));
    const left = () => {
      clearTimeout(expiry);
      ending.abort();
    };
    reply.raw.once('close', left);
    if (reply.raw.destroyed) left();
    const pace = { waitMs: SLOW_MS_MAX, onSlow: () => reply.raw.destroy() };
    const text = paced(this.text(followed, from, ending), pace);
    void reply.headers(HEADERS).send(Readable.from(text));
  }

  private async *text(
    followed: Followed,
    from: string | undefined,
    ending: AbortController,
  ): AsyncGenerator<string, undefined> {
    try {
      yield eventStream.opening(from);
      const options = { signal: ending.signal, waitMs: HEARTBEAT_MS };
      for await (const { changes, upTo } of this.feed.follow(followed, from, options))
        yield changes.length > 0 ? eventStream.changes(changes, upTo) : eventStream.heartbeat(upTo);
    } catch (error) {
      // The client comes back and goes on; by then the stores may be there again.
      this.logger.warn(`a stream ended: ${(error as Error).message}`);
    } finally {
      ending.abort();
    }
  }
}
