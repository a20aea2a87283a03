import type { Answers } from '@pm/eventing';
import type { Job, Schedule } from '@pm/jobs';
import { calendarInForce, epochMs, instant } from '@pm/kernel';
import type { ReadLog } from '@pm/reads';

const KIND = 'forget-reads';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Forgets reads that are older than so many days when it is due. @param report told how many */
export const forgetReads = (reads: ReadLog, keptDays: number, report: (forgotten: number) => void): Job => ({
  kind: KIND,
  attemptsMax: 3,
  run: async (_, { dueAt }) => report(await reads.dropBefore(instant(epochMs(dueAt) - keptDays * DAY_MS))),
});

/** Every night by the organisation's own clocks, or in UTC where it has set no calendar. */
export async function forgetReadsNightly(answers: Answers): Promise<Schedule> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return { id: 'nightly forget-reads', kind: KIND, timing: { at: '03:00', timeZone }, payload: {} };
}
