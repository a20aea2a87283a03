import { type ReadStores, views } from '@pm/assembly';
import { type LoggedEvent, verify, wholeLog } from '@pm/eventing';
import { viewsThatDiffer } from '../../support/rebuilt-views.js';
import { ACTOR } from './client.js';
import type { Acknowledged } from './writers.js';

/** Views that have not come so far, once anything can be asked at all. */
export async function behind({ views: store }: ReadStores, position: string): Promise<string[]> {
  const reached = await Promise.all(
    views.map(async ({ name }) => {
      const active = await store.active(name);
      return { name, at: active && (await store.checkpoint(active)) };
    }),
  );
  return reached.filter(({ at }) => at === undefined || at < position).map(({ name }) => name);
}

/** What the stores hold that they must not, or lack. Everything that writes must have stopped. */
export async function faultsIn(
  stores: ReadStores,
  acknowledged: readonly Acknowledged[],
  errands: readonly string[],
): Promise<{ faults: string[]; differing: string[] }> {
  const { fault } = await verify(stores.events);
  const events: LoggedEvent[] = [];
  for await (const event of wholeLog(stores.events)) events.push(event);
  const stored = Map.groupBy(events, ({ metadata }) => metadata.commandId ?? '');
  const differing = await viewsThatDiffer(stores);
  const faults = [
    ...(fault ? [`the log is not as recorded: ${JSON.stringify(fault)}`] : []),
    ...acknowledged.flatMap((each) => faultOf(each, stored.get(commandOf(each.key)) ?? [])),
    ...errands.flatMap((id) => notOnce(id, stored.get(commandOf(id)) ?? [])),
    ...[...stored].filter(([, events]) => events.length > 1).map(([command]) => `${command} happened twice`),
    ...differing.map((name) => `${name} differs from a rebuild`),
  ];
  return { faults, differing };
}

const commandOf = (key: string): string => `${ACTOR} ${key}`;

function faultOf({ key, position, value }: Acknowledged, events: readonly LoggedEvent[]): string[] {
  const [event] = events;
  if (event?.position === position && (event.data as { value?: string }).value === value) return [];
  return event ? [`${key} was acknowledged at ${position} and is at ${event.position}`] : [`${key} is lost`];
}

const notOnce = (id: string, events: readonly LoggedEvent[]): string[] =>
  events.length === 1 ? [] : [`${id} took effect ${events.length} times`];
