import { setTimeout as delay } from 'node:timers/promises';
import { addressesIn, openReadOnly, openViews, ViewOperations } from '@pm/assembly';
import type { Config } from '@pm/config';
import { SystemClock } from '@pm/eventing';
import type { ParkedEvent, ParkedRequest } from '@pm/projections';
import { Command } from 'commander';
import { columns } from '../columns.js';
import { drained } from '../drained.js';

const WAIT_MS_MAX = 10_000;
const LOOK_EVERY_MS = 50;
const clock = new SystemClock();

/** `views`: how the views stand, and what becomes of events that they could not take. */
export function viewsCommand(config: Config): Command {
  const views = new Command('views').description('look at the views, and at events that they could not take');
  views
    .command('status')
    .description('print how far each view is, and how many events it has parked')
    .action(() => printed(config, async (operations) => statusText(await operations.statuses())));
  views
    .command('parked')
    .description('print the events that a view could not take, and those that wait behind them')
    .argument('<name>', 'the view')
    .action((name: string) =>
      printed(config, async (operations) => parkedText(await operations.parked(name))),
    );
  const request = (to: ParkedRequest['to'], reason?: string): ParkedRequest => ({
    to,
    by: 'command line',
    at: clock.now(),
    reason,
  });
  views
    .command('retry')
    .description('have a view try again to take an event that failed')
    .argument('<name>', 'the view')
    .argument('<position>', 'where the event stands in the log')
    .action((name: string, position: string) => ask(config, name, position, request('retry')));
  views
    .command('skip')
    .description('have a view go on without an event')
    .argument('<name>', 'the view')
    .argument('<position>', 'where the event stands in the log')
    .requiredOption('--reason <text>', 'why it may')
    .action((name: string, position: string, { reason }: { reason: string }) =>
      ask(config, name, position, request('skip', reason)),
    );
  return views;
}

async function printed(config: Config, task: (operations: ViewOperations) => Promise<string>): Promise<void> {
  const stores = await openReadOnly(addressesIn(config));
  try {
    process.stdout.write(await task(new ViewOperations(stores.events, stores.views, clock)));
  } finally {
    await stores.close();
  }
}

/** Leaves the request, then waits for whoever keeps the view; that is this process where no other one does. */
async function ask(config: Config, name: string, position: string, request: ParkedRequest): Promise<void> {
  const addresses = addressesIn(config);
  const reading = await openReadOnly(addresses);
  const writing = await openViews(addresses);
  try {
    const operations = new ViewOperations(reading.events, writing, clock);
    await operations.ask(name, position, request);
    if (!addresses.urls.views) await drainUnlessLocked(config);
    const left = await outcome(operations, name, position);
    process.stdout.write(outcomeText(left));
    if (left && !left.skipped) process.exitCode = 1;
  } finally {
    await writing.close();
    await reading.close();
  }
}

async function drainUnlessLocked(config: Config): Promise<void> {
  try {
    await drained(addressesIn(config));
  } catch (error) {
    if ((error as Error).name !== 'DataLocked') throw error;
  }
}

/** What is parked there once the request was carried out, or nobody did in time. */
async function outcome(
  operations: ViewOperations,
  name: string,
  position: string,
): Promise<ParkedEvent | undefined> {
  const deadline = performance.now() + WAIT_MS_MAX;
  for (;;) {
    const left = (await operations.parked(name)).find((event) => event.position === position);
    if (!left?.asked || performance.now() > deadline) return left;
    await delay(LOOK_EVERY_MS);
  }
}

function outcomeText(left: ParkedEvent | undefined): string {
  if (!left) return 'ok: the view has taken the event, and what waited behind it goes on\n';
  if (left.skipped) return 'ok: the view goes on without the event\n';
  if (left.asked) return 'asked for; nobody keeps the view at the moment, whoever does next will do it\n';
  return `parked again: ${left.error ?? 'it waits behind another event'}\n`;
}

function statusText(statuses: Awaited<ReturnType<ViewOperations['statuses']>>): string {
  const header = ['view', 'revision', 'shown', 'checkpoint', 'behind by', 'seconds', 'parked', 'skipped'];
  const lines = statuses.map((view) => [
    view.name,
    String(view.revision),
    view.rebuilding ? `${view.generation ?? 'none'}, rebuilding` : String(view.generation),
    view.checkpoint ?? 'the start',
    String(view.lagEvents),
    view.lagSeconds.toFixed(1),
    String(view.parked),
    String(view.skipped),
  ]);
  return columns([header, ...lines], [1, 4, 5, 6, 7]);
}

function parkedText(parked: readonly ParkedEvent[]): string {
  if (parked.length === 0) return 'nothing is parked\n';
  const header = ['position', 'stream', 'event', 'why'];
  const lines = parked.map((event) => [
    event.position,
    `${event.stream}@${event.revision}`,
    event.type.split('.').at(-1)!,
    event.skipped
      ? `skipped by ${event.skipped.by}: ${event.skipped.reason ?? ''}`
      : (event.error ?? 'waits behind another'),
  ]);
  return columns([header, ...lines]);
}
