import { addressesIn, openReadLog, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import type { Answers } from '@pm/eventing';
import { type Read, READ_LOG_LIMITS, type ReadsQuery } from '@pm/reads';
import { Command, InvalidArgumentError } from 'commander';
import { withApp } from '../app.js';
import { columns, ndjson } from '../columns.js';
import { formatOption, type HistoryFormat, idTyped, momentsTyped } from '../history/asked.js';
import { namesOf } from '../history/names.js';
import { actorText, minute } from '../history/told-text.js';

interface ReadsTyped {
  readonly of?: string;
  readonly goal?: string;
  readonly reader?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
}

/** `reads`: who was shown what is held about whom, as `GET /read-log` tells it. To look it up here is not recorded. */
export function readsCommand(config: Config): Command {
  return new Command('reads')
    .description('list who was shown what is held about people, the newest first')
    .option('--of <number>', 'only what was shown of this person')
    .option('--goal <number>', 'only reads that asked for this goal')
    .option('--reader <number>', 'only what this person, or whoever else has a token of that name, was shown')
    .option(
      '--since <moment>',
      'only later than this: a day, which means its end, or a moment with an offset',
    )
    .option('--until <moment>', 'only until then')
    .option('--limit <n>', `at most so many, 1 to ${READ_LOG_LIMITS.pageReads}`, count, 100)
    .addOption(formatOption())
    .action(async ({ format, ...typed }: ReadsTyped & { format: HistoryFormat }) => {
      const addresses = addressesIn(config);
      const stores = await openReadOnly(addresses);
      const text = await withApp(stores, async (app) => {
        const log = await openReadLog(addresses);
        try {
          const { reads } = await log.reads.list(await queryTyped(typed, app.answers));
          if (format === 'ndjson') return ndjson(reads);
          const people = reads.flatMap(({ reader, subjects }) => [reader as string, ...subjects]);
          return readsText(reads, await namesOf(people, app, stores.keys));
        } finally {
          await log.close();
        }
      });
      process.stdout.write(text);
    });
}

/** @throws UsageError */
async function queryTyped(typed: ReadsTyped, answers: Answers): Promise<ReadsQuery> {
  const { of, goal, reader, since, until, limit } = typed;
  return {
    subject: of && idTyped('person', of),
    recordId: goal && idTyped('goal', goal),
    reader,
    ...(await momentsTyped({ since, until }, answers)),
    limit,
  };
}

/** More people than that make a line that nobody reads. */
const NAMED_MAX = 2;
const HEADER = ['at', 'reader', 'as', 'what', 'record', 'of', 'as of', 'as known at'];

/** A read a line. @param names of people, by their ids */
function readsText(reads: readonly Read[], names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string) => names.get(id) ?? id;
  const peopleIn = ({ subjects }: Read) =>
    subjects.length > NAMED_MAX ? `${subjects.length} people` : subjects.map(nameOf).join(', ');
  const lines = reads.map((read) => [
    minute(read.at),
    actorText({ actor: read.reader, onBehalfOf: read.onBehalfOf }, names),
    read.roles.join(', '),
    read.what,
    read.recordId ?? '',
    peopleIn(read),
    read.asOf ? minute(read.asOf) : '',
    read.asKnownAt ? minute(read.asKnownAt) : '',
  ]);
  return columns([HEADER, ...lines]);
}

function count(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > READ_LOG_LIMITS.pageReads)
    throw new InvalidArgumentError(`must be 1 to ${READ_LOG_LIMITS.pageReads}`);
  return limit;
}
