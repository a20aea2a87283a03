import type { Instant } from '@pm/kernel';
import type { Agenda, Work } from './agenda.js';
import type { Schedule } from './schedule.js';
import { latestDue, nextDue } from './timing.js';

/** One occurrence of a schedule, under the id that it has for everyone who looks. */
export const occurrence = ({ id, kind, payload }: Schedule, dueAt: Instant): Work => ({
  id: `${id}@${dueAt}`,
  kind,
  dueAt,
  payload,
});

/**
 * Puts what is due by the schedules. Nothing is kept about how far a schedule has come: an occurrence follows from the
 * time alone and has one id, so however often, by however many and by whatever clocks it is looked for, it is put once.
 * What was missed while nobody looked is made up for once, by the latest occurrence.
 *
 * @returns when the schedules are next due
 */
export async function putOccurrences(agenda: Agenda, now: Instant): Promise<Instant | undefined> {
  const schedules = await agenda.schedules();
  const due = schedules
    .map((schedule) => ({ schedule, at: latestDue(schedule.timing, now) }))
    .filter(({ schedule, at }) => at > schedule.since);
  if (due.length > 0) await agenda.put(...due.map(({ schedule, at }) => occurrence(schedule, at)));
  return earliest(schedules.map(({ timing }) => nextDue(timing, now)));
}

/** @returns undefined where there is none */
export function earliest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments.filter((moment) => moment !== undefined).sort()[0];
}
