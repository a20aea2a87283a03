import { canonicalJson, LimitExceeded } from '@pm/eventing';
import { AGENDA_LIMITS, type Ending, type Work } from './agenda.js';
import type { Schedule } from './schedule.js';
import { checkTiming } from './timing.js';

const ID = /^[^\p{Cc}\p{Cs}]{1,300}$/u;
const KIND = /^[a-z]+(-[a-z]+)*$/;

/** What every agenda checks before it writes. @returns the payload as it is stored */
export function payloadOf({ id, kind, payload }: Pick<Work, 'id' | 'kind' | 'payload'>): string {
  if (!ID.test(id)) throw new TypeError(`not an id: ${id}`);
  if (!KIND.test(kind)) throw new TypeError(`not a kind of work: ${kind}`);
  const text = canonicalJson(payload);
  if (Buffer.byteLength(text) > AGENDA_LIMITS.payloadBytes)
    throw new LimitExceeded('the payload of work', AGENDA_LIMITS.payloadBytes, 'bytes');
  return text;
}

/** What every agenda checks before it keeps a schedule. @returns timing and payload as they are stored */
export function textsOfSchedule(schedule: Schedule): { timing: string; payload: string } {
  checkTiming(schedule.timing);
  return { timing: canonicalJson(schedule.timing), payload: payloadOf(schedule) };
}

export function checkPage(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > AGENDA_LIMITS.pageWork)
    throw new LimitExceeded('a page', AGENDA_LIMITS.pageWork, 'pieces of work');
}

/** When work that ended so may be claimed again; null for never. */
export const readyAfter = (ending: Ending) => (ending.state === 'waiting' ? ending.retryAt : null);

/** Why it ended so; null where it is done. */
export const reasonOf = (ending: Ending) =>
  ending.state === 'done' ? null : ending.reason.slice(0, AGENDA_LIMITS.reasonChars).toWellFormed();
