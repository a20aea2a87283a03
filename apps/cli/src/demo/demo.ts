import { addressesIn, drainViews, openStores } from '@pm/assembly';
import type { Config } from '@pm/config';
import { ManualClock } from '@pm/eventing';
import { Command } from 'commander';
import { withApp } from '../app.js';
import { Progress } from '../progress.js';
import { morningOf } from './acting.js';
import { FOUNDED } from './acts/founding.js';
import { lakeside } from './lakeside.js';
import { live } from './live.js';
import { FULL, SMALL } from './scale.js';

/** `demo`: an organisation and its two years, by the commands that its people would have sent. Once: not where a log is. */
export function demoCommand(config: Config): Command {
  return new Command('demo')
    .description('load the example organisation')
    .option('--small', 'its stories alone, without the daily life of most teams')
    .action(async ({ small = false }: { small?: boolean }) => {
      const clock = new ManualClock(morningOf(FOUNDED));
      const stores = await openStores(addressesIn(config));
      const progress = new Progress('things done at Lakeside');
      await withApp(
        stores,
        async ({ commands }) => {
          if ((await stores.events.head()) === undefined)
            await live(lakeside(small ? SMALL : FULL), { commands, clock }, (done, of) =>
              progress.show(done, of),
            );
          progress.end();
          await drainViews(stores);
        },
        { clock },
      );
    });
}
