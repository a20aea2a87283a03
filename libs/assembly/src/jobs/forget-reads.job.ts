import type { Answers } from '@pm/eventing';
import type { Job, Schedule } from '@pm/jobs';
import { epochMs, instant } from '@pm/kernel';
import type { ReadLog } from '@pm/reads';
import { daily } from './daily.js';

const KIND = 'forget-reads';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Forgets reads that are older than so many days when it is due. @param report told how many */
export const forgetReads = (reads: ReadLog, keptDays: number, report: (forgotten: number) => void): Job => ({
  kind: KIND,
  attemptsMax: 3,
  run: async (_, { dueAt }) => report(await reads.dropBefore(instant(epochMs(dueAt) - keptDays * DAY_MS))),
});

export const forgetReadsNightly = (answers: Answers): Promise<Schedule> =>
  daily({ id: 'nightly forget-reads', kind: KIND, at: '03:00' }, answers);
