import { SystemClock } from '@pm/eventing';
import type { WakeUps } from '@pm/jobs';
import type { Tell } from './jobs.js';

/**
 * By which the processes of a deployment wake each other: Redis, whose driver is loaded only where it is named.
 *
 * @param url `redis://host:6379/0`; each wakes itself where absent
 */
export async function openWakeUps(url: string | undefined, tell: Tell): Promise<WakeUps | undefined> {
  if (url === undefined) return undefined;
  const { BullmqWakeUps } = await import('./on-redis.js');
  const onAway = ({ message }: Error) => tell('warn', `Redis: ${message}; jobs are found without it`);
  return new BullmqWakeUps({ url, clock: new SystemClock(), onAway });
}
