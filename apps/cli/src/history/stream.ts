import { addressesIn, catalogue, openReadOnly, type ReadStores } from '@pm/assembly';
import type { Config } from '@pm/config';
import { type LoggedEvent, opened, Recorder } from '@pm/eventing';
import { Command, InvalidArgumentError } from 'commander';
import { ndjson } from '../columns.js';
import { UsageError } from '../usage-error.js';
import { formatOption, type HistoryFormat } from './asked.js';
import { CATEGORIES, foldOf } from './folds.js';
import { type ReplayStep, replayText, type ShownEvent, streamText, withoutMaps } from './stream-text.js';

/** `stream`: the events of one stream, and what they add up to. */
export function streamCommand(config: Config): Command {
  return new Command('stream')
    .description('look at one stream of the log, such as goal-<id> or organisation-chart')
    .addCommand(showCommand(config))
    .addCommand(replayCommand(config));
}

function showCommand(config: Config): Command {
  return new Command('show')
    .description('print every event of a stream, texts opened')
    .argument('<name>', 'of the stream, as export and goal history name it')
    .addOption(formatOption())
    .action(async (name: string, { format }: { format: HistoryFormat }) => {
      const events = await reading(config, async (stores) =>
        opened(stores.keys, (await eventsOf(stores, name)).map(shown)),
      );
      process.stdout.write(format === 'ndjson' ? ndjson(events) : streamText(events));
    });
}

interface ReplayOptions {
  readonly at?: number;
  readonly format: HistoryFormat;
}

function replayCommand(config: Config): Command {
  return new Command('replay')
    .description('fold a stream step by step: what each event made of it, as the rules see it')
    .argument('<name>', `of a stream of ${CATEGORIES.join(', ')}`)
    .option('--at <revision>', 'only the whole state after this event', revision)
    .addOption(formatOption())
    .action(async (name: string, { at, format }: ReplayOptions) => {
      const steps = await reading(config, async (stores) =>
        opened(stores.keys, replayed(stores, name, await eventsOf(stores, name))),
      );
      if (at !== undefined && !steps[at])
        throw new UsageError(`${name} has the revisions 0 to ${steps.length - 1}, and no ${at}`);
      const wanted = at === undefined ? steps : [steps[at]!];
      process.stdout.write(format === 'ndjson' ? ndjson(wanted) : replayText(wanted));
    });
}

async function reading<T>(config: Config, task: (stores: ReadStores) => Promise<T>): Promise<T> {
  const stores = await openReadOnly(addressesIn(config));
  try {
    return await task(stores);
  } finally {
    await stores.close();
  }
}

async function eventsOf({ events }: ReadStores, name: string): Promise<readonly LoggedEvent[]> {
  const found = await events.readStream(name);
  if (found.length === 0) throw new UsageError(`there is no stream ${name}`);
  return found;
}

function shown({ revision, type, data, metadata }: LoggedEvent): ShownEvent {
  const { recordedAt, effectiveAt, actor, onBehalfOf, reason } = metadata;
  return { revision, recordedAt, effectiveAt, type, actor, onBehalfOf, reason, data };
}

/** @returns the state after each event */
function replayed({ keys }: ReadStores, name: string, events: readonly LoggedEvent[]): ReplayStep[] {
  const fold = foldOf(name);
  if (!fold) throw new UsageError(`${name}: only streams of ${CATEGORIES.join(', ')} add up to something`);
  const recorder = new Recorder(catalogue, keys);
  let state = fold.initial;
  return events.map((logged) => {
    const { revision, type, metadata } = logged;
    const event = recorder.toRecorded(logged);
    if (!event) throw new UsageError(`${name} holds ${type}, which this version does not know: update it`);
    state = fold.evolve(state, event);
    return {
      revision,
      type: event.type,
      recordedAt: metadata.recordedAt,
      state: withoutMaps(state) as object,
    };
  });
}

function revision(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('name a revision: 0 or a whole number above');
  return Number(text);
}
