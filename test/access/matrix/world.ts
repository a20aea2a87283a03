import type { Role } from '@pm/access';
import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { done } from '../../support/done.js';
import { made } from '../../support/made.js';
import { onBehalfOf } from '../../support/on-behalf.js';
import { type Client, NOW, type Server, startServer } from '../../support/server.js';

export const STATES = ['draft', 'proposed', 'agreed', 'active', 'changing', 'paused', 'completed'] as const;
export type State = (typeof STATES)[number];

/**
 * A goal of Ada's. Its title, a reason that was given for it in its state or on the way there, and the name of its KPI hold
 * the same secret.
 */
export interface Sample {
  readonly goalId: string;
  readonly kpiId: string;
  readonly secret: string;
  readonly state: State;
  readonly visibility: 'private' | 'public';
}

/** An organisation with everybody who stands to Ada in some way, and goals of hers in every state. */
export interface World {
  readonly server: Server;
  readonly adaId: string;
  readonly graceId: string;
  readonly unitId: string;
  /** A goal of that unit, which all of hers stand under. */
  readonly aboveId: string;
  /** By how they stand to her, or in which role they ask. */
  readonly asking: Readonly<Record<string, Client>>;
  readonly samples: readonly Sample[];
}

/** The day before {@link NOW}. */
const YESTERDAY = '2026-03-02T09:30:00.000Z' as Instant;

export async function openWorld(): Promise<World> {
  const clock = new ManualClock(YESTERDAY);
  const server = await startServer({ clock, http: { rateLimit: 1_000_000, corsOrigins: [] } });
  const admin = server.as('people-admin');
  await admin.put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
  const city = await made(admin.post('/units', { name: 'City', kind: 'city' }));
  const unit = (name: string) => made(admin.post('/units', { name, kind: 'agency', parentId: city }));
  const [parks, police] = [await unit('Parks'), await unit('Police')];
  const join = (number: string, unitId: string, managerId?: string) =>
    made(admin.post('/people', { number, name: number, unitId, managerId, from: '2025-01-01' }));
  const mary = await join('mary', city);
  const [hedy, ruth] = [await join('hedy', city, mary), await join('ruth', city, mary)];
  const [grace, joan] = [await join('grace', parks, mary), await join('joan', police, mary)];
  const [ada, bob] = [await join('ada', parks, joan), await join('bob', parks, grace)];
  await admin.put(`/people/${ada}/manager`, { managerId: grace, from: '2026-03-01', reason: 'A new crew.' });
  const partnerOf = (unitId: string, personId: string) =>
    admin.put(`/units/${unitId}/hr-partner`, { personId, from: '2025-01-01', reason: 'She begins.' });
  await Promise.all([partnerOf(parks, hedy), partnerOf(police, ruth)]);
  const person = (id: string, ...roles: Role[]) => server.person(id, ...roles);
  const deputyOf = async (personId: string, number: string, until: string) => {
    const deputyId = await join(number, police, joan);
    await done(
      person(personId).post(`/people/${personId}/deputies`, { deputyId, until, reason: 'A leave.' }),
    );
    return onBehalfOf(personId, person(deputyId));
  };
  const deputies = {
    'its owner’s deputy': await deputyOf(ada, 'dora', '2026-03-31'),
    'their manager’s deputy': await deputyOf(grace, 'emil', '2026-03-31'),
    'their manager’s deputy until yesterday': await deputyOf(grace, 'finn', '2026-03-02'),
  };
  clock.set(NOW);
  const asking = {
    'its owner': person(ada),
    'their manager': person(grace),
    'above their manager': person(mary),
    'their HR partner': person(hedy, 'hr-partner'),
    'another unit’s HR partner': person(ruth, 'hr-partner'),
    'their former manager': person(joan, 'manager'),
    'a colleague': person(bob),
    ...deputies,
    'a people admin': admin,
    'an auditor': server.as('auditor'),
    'a controller': server.as('controller'),
    'an executive': server.as('executive'),
    'a machine': server.bearing(await keyFor(admin)),
    'a system admin': server.as('system-admin'),
  };
  const sides = { server, owner: asking['its owner'], manager: asking['their manager'] };
  const above = { kind: 'objective', title: 'Healthy parks', unitId: parks };
  const parentId = await made(asking['a controller'].post('/goals', above));
  const samples: Sample[] = [];
  for (const state of STATES)
    for (const visibility of ['private', 'public'] as const) {
      const secret = `Her ${visibility} secret, ${state}`;
      const goalId = await drafted(sides.owner, { secret, visibility, personId: ada });
      for (const step of stepsTo(state, placing(state, { parentId, secret }))) await step(goalId, sides);
      const kpiId = await indicatorOf(goalId, secret, city, asking['a controller']);
      samples.push({ goalId, kpiId, secret, state, visibility });
    }
  return { server, adaId: ada, graceId: grace, unitId: parks, aboveId: parentId, asking, samples };
}

async function keyFor(admin: Client): Promise<string> {
  const scopes = ['goal.read', 'goal.plan', 'kpi.read'];
  return (await admin.post('/api-keys', { name: 'Planner', scopes })).body.key as string;
}

interface Sides {
  readonly owner: Client;
  readonly manager: Client;
  readonly server: Server;
}
type Step = (goalId: string, sides: Sides) => Promise<unknown>;

const drafted = (
  owner: Client,
  { secret, ...goal }: { secret: string; visibility: string; personId: string },
): Promise<string> => made(owner.post('/goals', { kind: 'objective', title: secret, ...goal }));

/** Under the unit's goal, for a secret reason: as a draft, or right after it was proposed. */
const placing =
  (state: State, { parentId, secret }: { parentId: string; secret: string }): Step =>
  async (goalId, { owner }) => {
    const placed = { parents: [{ parentId }], reason: secret };
    const seen = { 'if-match': state === 'draft' ? '"0"' : '"1"' };
    await done(owner.put(`/goals/${goalId}/parents`, placed, seen));
  };

/** A KPI whose name tells of the goal, with a value. */
async function indicatorOf(goalId: string, secret: string, unitId: string, by: Client): Promise<string> {
  const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last' };
  const kpiId = await made(by.post('/kpis', { ...shape, name: secret, unitId, goalId }));
  await made(by.post(`/kpis/${kpiId}/measurements`, { period: '2026-01', value: '10' }));
  return kpiId;
}

const step =
  (side: 'owner' | 'manager', path: string, body: object = {}): Step =>
  (goalId, sides) =>
    done(sides[side].post(`/goals/${goalId}/${path}`, body));

/** How far Ada's manager said it is, whatever the data say. */
const OVERRIDE: Step = async (goalId, { manager, server }) => {
  const said = { progress: '0.5', until: '2026-06-30', reason: 'As we see it.' };
  await done(manager.put(`/goals/${goalId}/progress-override`, said, await seenBy(server, manager, goalId)));
};

const CHANGE: Step = async (goalId, { owner, server }) => {
  const asked = { title: 'Something else', reason: 'As I see it.' };
  await done(owner.post(`/goals/${goalId}/change-request`, asked, await seenBy(server, owner, goalId)));
};

/** What says that somebody saw a goal as it is. */
export async function seenBy(server: Server, reader: Client, goalId: string) {
  const { head } = (await server.send('GET', '/ready')).body;
  const { headers } = await reader.get(`/goals/${goalId}?after=${head as string}`);
  return { 'if-match': headers['etag'] as string };
}

/** @param place what is said for it while a goal is a draft is told to fewer than what is said later */
function stepsTo(state: State, place: Step): readonly Step[] {
  const proposed = [step('owner', 'proposal'), place];
  const agreed = [...proposed, step('manager', 'acceptance', { termsRevision: 1 }), OVERRIDE];
  const active = [...agreed, step('owner', 'activation')];
  const steps: Readonly<Record<State, readonly Step[]>> = {
    draft: [place],
    proposed,
    agreed,
    active,
    changing: [...active, CHANGE],
    paused: [...active, step('owner', 'pause', { reason: 'She is away.' })],
    completed: [...active, step('owner', 'completion', { result: 'achieved' })],
  };
  return steps[state];
}
