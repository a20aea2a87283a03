import { type Clock, SystemClock } from '@pm/eventing';
import type { WakeUps } from '@pm/jobs';
import { InlineWakeUps } from '@pm/jobs/inline';
import type { Tell } from './jobs.js';

/**
 * By which the processes of a deployment wake each other: Redis, whose driver is loaded only where it is named, or nothing
 * but the process itself.
 *
 * @param url `redis://host:6379/0`
 */
export async function openWakeUps(
  url: string | undefined,
  tell: Tell,
  clock: Clock = new SystemClock(),
): Promise<WakeUps> {
  if (url === undefined) return new InlineWakeUps(clock);
  const { BullmqWakeUps } = await import('./on-redis.js');
  const onAway = ({ message }: Error) => tell('warn', `Redis: ${message}; jobs are found without it`);
  return new BullmqWakeUps({ url, clock, onAway });
}
