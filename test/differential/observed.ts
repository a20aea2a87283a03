import { type Stores, views as allViews } from '@pm/assembly';
import { ManualClock, opened, wholeLog } from '@pm/eventing';
import type { Place } from '../support/places.js';
import { sorted } from '../support/rebuilt-views.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';
import type { Timed } from './asked.js';
import type { Chance } from './chance.js';
import { Names } from './names.js';
import { at, reads } from './reads.js';

/** Everything that can be seen of a life that was led in a place, as lines of text. */
export interface Observed {
  /** What was asked, and the answer. */
  readonly answers: readonly string[];
  /** What was read, and what it said. */
  readonly reads: readonly string[];
  readonly events: readonly string[];
  readonly documents: readonly string[];
}

/** Asks everything of a server with stores of its own, one after the other, and looks at what came of it. */
export async function observed(place: Place, life: readonly Timed[], chance: Chance): Promise<Observed> {
  const clock = new ManualClock(life[0]!.at);
  const server = await startServer({ place, clock });
  try {
    const answers: string[] = [];
    for (const asked of life) {
      clock.set(asked.at);
      answers.push(`${asked.method} ${asked.path}: ${shown(await sent(server, asked))}`);
    }
    // A log on a server has a name once the server was reached.
    const names = new Names(server.stores.events.logId);
    const named = (lines: readonly string[]) => lines.map((line) => names.in(line));
    return {
      answers: named(answers),
      reads: named(await readIn(server, reads(chance))),
      events: named(await eventsIn(server.stores)),
      documents: named(await documentsIn(server.stores)),
    };
  } finally {
    await server.stop();
  }
}

async function sent(server: Server, { who, method, path, body, key, saw }: Timed): Promise<Answer> {
  const client = server.person(who.actor, ...who.roles);
  const seen = saw && (await client.get(await fresh(server, saw)));
  const headers = {
    ...(key && { 'idempotency-key': key }),
    ...(seen && seen.status === 200 && { 'if-match': String(seen.headers['etag']) }),
  };
  return method === 'POST' ? client.post(path, body, headers) : client.put(path, body, headers);
}

/** Waits for the views to show all that was recorded. */
const fresh = async ({ stores }: Server, path: string): Promise<string> => {
  const head = await stores.events.head();
  return head === undefined ? path : at(path, `after=${head}`);
};

const shown = ({ status, body, headers }: Answer): string =>
  `${status} ${String(headers['etag'])} ${JSON.stringify(body)}`;

/** Every page of everything; of goals also what somebody sees from whom some are hidden. */
async function readIn(server: Server, paths: readonly string[]): Promise<string[]> {
  const [everything, some] = [server.as('people-admin'), server.as('employee')];
  const ofGoals = paths.filter((path) => path.startsWith('/goals'));
  return [...(await pagesOf(server, everything, paths)), ...(await pagesOf(server, some, ofGoals))];
}

async function pagesOf(server: Server, client: Client, paths: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const path of paths) {
    for (let page = await fresh(server, path); ;) {
      const answer = await client.get(page);
      const { next, ...body } = answer.body as { next?: string };
      const cursor = next && Buffer.from(next, 'base64url').toString();
      // Without its ETag, a hash of ids that every store has its own of.
      lines.push(`${path}: ${answer.status} ${JSON.stringify(body)} ${cursor}`);
      if (!next) break;
      page = at(await fresh(server, path), `cursor=${next}`);
    }
  }
  return lines;
}

/** The log as it is exported, its texts opened. */
async function eventsIn({ events, keys }: Stores): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of wholeLog(events)) lines.push(JSON.stringify(await opened(keys, plain(event))));
  return lines;
}

/** What every view holds, with what was stated in it, its texts opened. */
async function documentsIn({ views, keys }: Stores): Promise<string[]> {
  const lines: string[] = [];
  const take = async (view: string, said: object) =>
    lines.push(`${view}: ${JSON.stringify(sorted(await opened(keys, plain(said))))}`);
  for (const { name, history } of allViews) {
    const generation = (await views.active(name))!;
    for (let cursor: string | undefined, more = true; more;) {
      const { documents, next } = await views.list(generation, { limit: 1000, cursor });
      for (const document of documents) await take(name, document);
      cursor = next;
      more = next !== undefined;
    }
    const statements = history ? await views.entriesBetween(generation, { knownAt: '' }, {}) : [];
    for (const statement of statements) await take(name, statement);
  }
  return lines;
}

const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
