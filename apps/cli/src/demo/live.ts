import type { CommandBus } from '@nestjs/cqrs';
import type { ManualClock } from '@pm/eventing';
import { Rejection } from '@pm/kernel';
import { inFlight } from '@pm/intake';
import type { Act } from './acting.js';

/** Enough to fill the store's group commits. */
const ACTS_AT_ONCE = 200;

/** Has every act done at its moment: what others build on alone, what is independent of each other together. */
export async function live(
  acts: readonly Act[],
  { commands, clock }: { readonly commands: CommandBus; readonly clock: ManualClock },
  onProgress: (done: number, of: number) => void = () => {},
): Promise<void> {
  let done = 0;
  for (const together of steps(acts)) {
    clock.set(together[0]!.at);
    await inFlight(together, ACTS_AT_ONCE, async (act) => {
      await carriedOut(commands, act);
      onProgress(++done, acts.length);
    });
  }
}

async function carriedOut(commands: CommandBus, { at, command }: Act): Promise<void> {
  try {
    await commands.execute(command);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const said = `${command.constructor.name} ${JSON.stringify(command.request)}`;
    throw new Error(`Lakeside at ${at}: ${said}: ${error.message}`, { cause: error });
  }
}

/** Runs of acts of one moment that are all independent; every other act is a step of its own. */
function steps(acts: readonly Act[]): Act[][] {
  const found: Act[][] = [];
  for (const act of acts) {
    const last = found.at(-1);
    if (last?.[0]!.at === act.at && last[0]!.independent && act.independent) last.push(act);
    else found.push([act]);
  }
  return found;
}
