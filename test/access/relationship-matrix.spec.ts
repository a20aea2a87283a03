import type { Answer, Method } from '../support/server.js';
import { bodyOf } from './matrix/bodies.js';
import { PEOPLE_TABLE, READS_TABLE, SIGHTS_TABLE, WRITES_TABLE } from './matrix/relationships.table.js';
import { requestBy, routesOf } from './matrix/routes.js';
import { rowsOf } from './matrix/table.js';
import { toldOf } from './matrix/told.js';
import { openWorld, type Sample, type World } from './matrix/world.js';

const TABLE = 'test/access/matrix/relationships.table.ts';

let world: World;
let head: string;
beforeAll(async () => {
  world = await openWorld();
  head = (await world.server.stores.events.head())!;
}, 60_000);
afterAll(() => world.server.stop());

/** Every sample, and what is said of it, a line each: what differs is seen at once. */
const ofEach = async (say: (sample: Sample) => Promise<string> | string): Promise<string[]> =>
  Promise.all(
    world.samples.map(async (sample) => `${sample.visibility} ${sample.state}: ${await say(sample)}`),
  );

const sights = rowsOf(SIGHTS_TABLE).map(([who, draft, closed, open]) => ({
  who: who!,
  of: ({ state, visibility }: Sample): string =>
    (state === 'draft' ? draft : visibility === 'private' ? closed : open)!,
}));

describe('Every route about a goal', () => {
  it(`is declared in ${TABLE}`, () => {
    const known = [READS_TABLE, WRITES_TABLE]
      .flatMap(rowsOf)
      .map(([method, path]) => `${method} /api/v1${path}`);
    // Who could read a goal is told to roles alone, whatever the goal.
    const routes = routesOf(world.server).filter((route) => /{goalId}(?!\/readers)/.test(route));
    const undeclared = routes.filter((route) => !known.includes(route));
    expect(undeclared.map((route) => `declare in ${TABLE}: ${route}`)).toEqual([]);
  });
});

describe.each(rowsOf(READS_TABLE))('%s %s', (_method, path, ...said) => {
  const answers = ['full', 'meta', 'place', 'none'].map((sight, column) => [sight, said[column]!] as const);
  const declared = new Map<string, string>(answers);

  it.each(sights)('tells $who what is theirs to see', async ({ who, of }) => {
    const asked = new Map<string, Promise<Answer>>();
    const ask = (sample: Sample) => {
      const { url } = requestBy(`GET ${path}`, (name) => sample[name as 'goalId' | 'kpiId']);
      const query = path!.startsWith('/exports') ? 'format=ndjson' : `after=${head}`;
      const full = `${url}${url.includes('?') ? '&' : '?'}${query}`;
      const answer = asked.get(full) ?? world.asking[who]!.get(full);
      asked.set(full, answer);
      return answer;
    };
    const told = await ofEach(async (sample) => toldOf(sample, await ask(sample)));
    expect(told).toEqual(await ofEach((sample) => declared.get(of(sample)) ?? of(sample)));
  });
});

/** What becomes of a request that builds on a revision which there is not: whoever may is told that, and changes nothing. */
function doneOf({ body }: Answer): string {
  const code = body.title as string;
  if (['revision-mismatch', 'change-pending'].includes(code)) return 'may';
  return ['goal-phase', 'no-change-pending'].includes(code) ? 'not now' : code;
}

const PLANS_NONE = ['an auditor', 'a system admin'];
const COLUMNS = [
  ['its owner', 'its owner’s deputy'],
  ['their manager', 'their manager’s deputy'],
  ['a people admin'],
];
const LATE = 'their manager’s deputy until yesterday';

describe.each(rowsOf(WRITES_TABLE))('%s %s', (method, path, states, ...said) => {
  const declared = (who: string, { state, visibility }: Sample): string => {
    const column = COLUMNS.findIndex((those) => those.includes(who));
    if (who === LATE) return 'not-a-deputy';
    if (PLANS_NONE.includes(who)) return 'forbidden';
    const isClosed = visibility === 'private' || state === 'draft';
    if (isClosed && column < 0) return 'not-your-goal';
    const isPossible = states === 'always' || states!.split(' ').includes(state);
    return isPossible ? said.at(column)! : 'not now';
  };

  it.each(sights)('lets $who, or refuses them', async ({ who }) => {
    const route = `${method} ${path}`;
    const done = await ofEach(async (sample) => {
      const { url } = requestBy(route, () => sample.goalId);
      const verb = (method as Method).toLowerCase() as 'post' | 'put';
      const body = bodyOf(route, world, sample);
      return doneOf(await world.asking[who]![verb](url, body, { 'if-match': '"99"' }));
    });
    expect(done).toEqual(await ofEach((sample) => declared(who, sample)));
  });
});

describe('Every route about a person', () => {
  it('lets in who stands in the table, however others stand to them', async () => {
    const declared = new Map(rowsOf(PEOPLE_TABLE).map(([method, path, who]) => [`${method} ${path}`, who!]));
    for (const route of routesOf(world.server).filter((each) => each.includes('{personId}'))) {
      const known = route.replace('/api/v1', '');
      const { method, url } = requestBy(known, () => world.adaId);
      const verb = method.toLowerCase() as 'get' | 'post' | 'put';
      const admitted: string[] = [];
      for (const [who, client] of Object.entries(world.asking)) {
        const { status } = await (verb === 'get' ? client.get(url) : client[verb](url, { nonsense: 1 }));
        if (status !== 403) admitted.push(who);
      }
      expect(`${known}: ${admitted.join(', ')}`).toBe(`${known}: ${declared.get(known) ?? 'a people admin'}`);
    }
  });
});

it('Nothing of it was changed by having been asked', async () => {
  expect(await world.server.stores.events.head()).toBe(head);
});
