import { Jobs, ProjectionElsewhere, type RetentionRules, type Stores } from '@pm/assembly';
import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { type Mail, OFFICE_HOURS } from '@pm/notifications';
import { made } from './made.js';
import { inMemory, type Place } from './places.js';
import { type Client, type Server, startServer } from './server.js';
import { until } from './until.js';

export const at = (text: string): Instant => new Date(text).toISOString() as Instant;

/** Somebody with a manager, in a place where it is Tuesday, a quarter past ten in the morning. */
export interface Office {
  readonly clock: ManualClock;
  readonly ada: Client;
  readonly grace: Client;
  readonly adaId: string;
  readonly graceId: string;
  readonly admin: Client;
  readonly server: () => Server;
  /** Where the log ends. */
  readonly head: () => Promise<string>;
  /** Stops the server, and starts one on the same stores later; meanwhile one answers that does no jobs. */
  readonly restart: (to: string, meanwhile?: (idle: Server) => Promise<void>) => Promise<void>;
  /** Another process that does jobs on the same stores. */
  readonly another: () => Promise<Server>;
  readonly stop: () => Promise<void>;
}

/** An office in Stockholm whose server reminds people, with Ada, whom Grace leads. */
export async function openOffice({
  place = inMemory(),
  mail,
  retention,
}: { place?: Place; mail?: Mail; retention?: RetentionRules } = {}): Promise<Office> {
  const clock = new ManualClock(at('2026-01-13T10:15+01:00'));
  const notifications = { workingTime: OFFICE_HOURS, mail };
  const jobs = (stores: Stores) =>
    new Jobs(stores, { tell: () => {}, clock, backOff: { firstMs: 2, maxMs: 4 }, notifications, retention });
  let server = await startServer({ place, clock, jobs });
  const admin = server.as('people-admin');
  const timeZone = 'Europe/Stockholm';
  await admin.put('/calendar', { timeZone, fiscalYearStartMonth: 1, from: '2000-01-01' });
  await until(async () =>
    (await place.stores.agenda.schedules()).some(
      ({ id, timing }) => id === 'daily reminders' && 'at' in timing && timing.timeZone === timeZone,
    ),
  );
  const unitId = await made(admin.post('/units', { name: 'City', kind: 'city' }));
  const join = (number: string, managerId?: string) =>
    made(admin.post('/people', { number, name: number, unitId, from: '2025-01-01', managerId }));
  const graceId = await join('grace');
  const adaId = await join('ada', graceId);
  const as = (act: (server: Server) => Client): Client => ({
    get: (...asked) => act(server).get(...asked),
    post: (...asked) => act(server).post(...asked),
    put: (...asked) => act(server).put(...asked),
    remove: (...asked) => act(server).remove(...asked),
  });
  return {
    clock,
    ada: as((open) => open.person(adaId)),
    grace: as((open) => open.person(graceId)),
    adaId,
    graceId,
    admin: as((open) => open.as('people-admin')),
    server: () => server,
    head: async () => (await server.send('GET', '/ready')).body.head as string,
    restart: async (to, meanwhile) => {
      await server.app.close();
      if (meanwhile) {
        const idle = await startServer({ place, clock });
        await meanwhile(idle);
        await idle.app.close();
      }
      clock.set(at(to));
      server = await startServer({ place, clock, jobs });
    },
    another: () => startServer({ place, clock, jobs, projection: () => new ProjectionElsewhere() }),
    stop: () => server.stop(),
  };
}

/** A goal of somebody's, proposed by them to their manager. */
export async function proposed(by: Client, personId: string, terms: object = {}): Promise<string> {
  const goal = { kind: 'objective', title: 'Open the pool', personId, ...terms };
  const goalId = await made(by.post('/goals', goal));
  await made(by.post(`/goals/${goalId}/proposal`));
  return goalId;
}

interface Told {
  readonly notificationId: string;
  readonly kind: string;
  readonly goalId: string;
  readonly termsRevision?: number;
  readonly day?: string;
  readonly text: string;
  readonly state: string;
}

/** What is in somebody's inbox. */
export const inboxOf = async (reader: Client, query = ''): Promise<readonly Told[]> =>
  (await reader.get(`/notifications${query}`)).body.notifications as Told[];

/** What is in somebody's inbox, once it is as much. */
export async function toldTo(reader: Client, count: number): Promise<readonly Told[]> {
  let told = await inboxOf(reader);
  await until(async () => (told = await inboxOf(reader)).length >= count);
  return told;
}
