import { type Copied, copyLog, hashOfEnds } from '@pm/eventing';
import { Command } from 'commander';
import { Progress } from '../progress.js';
import { between, openEvents } from '../stores-by-address.js';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
}

/** `events`: works on whole logs, wherever they are. */
export function eventsCommand(): Command {
  return new Command('events').description('work on whole logs').addCommand(copyCommand());
}

function copyCommand(): Command {
  return new Command('copy')
    .description('copy a whole log to another store, in its order; run it again to copy what is missing')
    .requiredOption('--from <address>', 'the log to copy: sqlite:DIRECTORY or esdb://HOST:PORT?tls=false')
    .requiredOption('--to <address>', 'where to: the same forms; empty, or a copy that was begun')
    .action(async ({ from, to }: CopyOptions) => {
      const startedAt = performance.now();
      const progress = {
        compared: new Progress('events compared'),
        copied: new Progress('events copied'),
        verified: new Progress('events verified'),
      };
      try {
        const copied = await between(
          await openEvents(from, 'read'),
          () => openEvents(to, 'write'),
          (source, target) => copyLog(source, target, (step, events) => progress[step].show(events)),
        );
        process.stdout.write(textOf(copied, (performance.now() - startedAt) / 1000));
      } finally {
        progress.verified.end();
      }
    });
}

function textOf({ held, appended, verification }: Copied, seconds: number): string {
  const { events, streams, head, ends, order } = verification;
  return [
    `copied ${appended} events in ${seconds.toFixed(1)} s; ${held} were there already`,
    `ok: both hold ${events} events in ${streams} streams; the copy goes up to ${head ?? 'the start'}`,
    `ends of all streams: sha256 ${hashOfEnds(ends)}`,
    `order of all events: sha256 ${order}`,
    '',
  ].join('\n');
}
