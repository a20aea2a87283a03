import { ServerProcess } from '../support/server-process.js';
import { answered } from './http.js';
import { type Bench, byCallers, compared, type Row } from './measured.js';
import { serverIn, untilCurrent } from './organisation.js';

const CHILDREN = 4;
const PEOPLE = 100;
/** Of the tree: its titles are opened for each answer, which takes long. */
const TREE_CONNECTIONS = 5;
/** Of a goal that is public, with two private ones of four below it. */
const PARENT = 5;
const TREE = '/goals?compact=true';
const READ_BUDGET = 0.85;
const COMMAND_BUDGET = 0.9;

/** One side: as whom a server is asked. */
interface Asked {
  readonly url: string;
  readonly token: string;
}

/**
 * What policies add to the server as it is deployed: somebody who stands to nobody, where three of ten goals are private,
 * beside a people admin where none is, of whom no policy asks anything; and drafting a private goal beside a public one.
 */
export async function policyHttpRows({ directory, quick }: Bench): Promise<Row[]> {
  const [goals, seconds, rounds] = quick ? [50, 1, 1] : [1000, 2, 3];
  const [closed, open] = [await serverIn(directory, 'closed'), await serverIn(directory, 'open')];
  try {
    const [people, ids] = await organise(closed, goals, 3);
    const [, openIds] = await organise(open, goals, 0);
    const colleague = { url: closed.url, token: await ServerProcess.tokenOf(people[5]!, 'employee') };
    const admin = { url: open.url, token: await ServerProcess.tokenOf('admin', 'people-admin') };
    const read = (name: string, [ours, raw]: readonly [string, string], connections?: number) => {
      const side = (asked: Asked, path: string) => ({
        run: () => answered({ ...asked, connections, next: () => ({ path: `/api/v1${path}` }) }, seconds),
      });
      const row = {
        name: `${name} by HTTP, 30 % private`,
        limit: 'by whom no policy asks',
        budget: READ_BUDGET,
      };
      return compared(row, { ours: () => side(colleague, ours), raw: () => side(admin, raw) }, rounds);
    };
    return [
      await read('GET a goal and its parts', [`/goals/${ids[PARENT]}`, `/goals/${openIds[PARENT]}`]),
      await read(`GET ${goals} goals, compact`, [TREE, TREE], TREE_CONNECTIONS),
      await commandRow(closed, people[5]!, { seconds, rounds }),
    ];
  } finally {
    await closed.end('SIGTERM');
    await open.end('SIGTERM');
  }
}

async function commandRow(
  server: ServerProcess,
  personId: string,
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
): Promise<Row> {
  const asked = { url: server.url, token: await ServerProcess.tokenOf(personId, 'employee') };
  const side = (visibility: 'private' | 'public') => ({
    run: () => {
      const body = { kind: 'objective', title: 'Swim', personId, visibility };
      return answered({ ...asked, next: () => ({ path: '/api/v1/goals', body }) }, seconds);
    },
    close: () => untilCurrent(server),
  });
  const row = { name: 'POST a private goal', limit: 'a public one', budget: COMMAND_BUDGET };
  return compared(row, { ours: () => side('private'), raw: () => side('public') }, rounds);
}

/** People whom nobody leads, and their active goals, each below another. @returns the ids of both */
async function organise(server: ServerProcess, goals: number, privateOfTen: number) {
  const unitId = await sent(server, '/units', { name: 'City', kind: 'city' });
  const people: string[] = [];
  await byCallers(50, PEOPLE, async (index) => {
    const person = { number: `${index}`, name: `Person ${index}`, unitId, from: '2020-01-01' };
    people[index] = await sent(server, '/people', person);
  });
  const ids: string[] = [];
  for (let index = 0; index < goals; index++) {
    const parentId = ids[Math.floor((index - 1) / CHILDREN)];
    const visibility = index > 0 && index % 10 < privateOfTen ? 'private' : 'public';
    const personId = people[index % PEOPLE]!;
    const goal = { kind: 'objective', title: `Goal ${index}`, personId, visibility };
    ids.push(await active(server, { ...goal, ...(parentId && { parents: [{ parentId }] }) }));
  }
  await untilCurrent(server);
  return [people, ids] as const;
}

/** A goal that its owner proposes, a people admin accepts, as nobody leads them, and the owner begins with. */
async function active(server: ServerProcess, goal: { readonly personId: string }): Promise<string> {
  const owner = await ServerProcess.tokenOf(goal.personId, 'employee');
  const goalId = await sent(server, '/goals', goal, owner);
  await sent(server, `/goals/${goalId}/proposal`, {}, owner);
  await sent(server, `/goals/${goalId}/acceptance`, { termsRevision: 1 });
  await sent(server, `/goals/${goalId}/activation`, {}, owner);
  return goalId;
}

async function sent({ url, token }: ServerProcess, path: string, body: object, by = token): Promise<string> {
  const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
