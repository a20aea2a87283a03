import { Answers, answerTo, type Decisions, ManualClock } from '@pm/eventing';
import { MemoryEventStore } from '@pm/eventing/memory';
import { calendarInForce, type Instant } from '@pm/kernel';
import { byChain, type Finding, verifyLog, verifyLogNightly } from './verify-log.job.js';

const NOW = '2026-03-03T09:30:00.000Z' as Instant;
const context = { workId: 'nightly', dueAt: NOW, attempt: 1 };

describe('The log', () => {
  it('is verified, and what was found is reported', async () => {
    const found: Finding[] = [];
    const job = verifyLog(byChain(new MemoryEventStore()), (verification) => found.push(verification));
    await job.run({}, { ...context, signal: new AbortController().signal });
    expect(found).toMatchObject([{ events: 0, head: undefined }]);
    expect(found[0]).not.toHaveProperty('fault');
  });

  it('is read no further by a worker that was replaced', async () => {
    const found: Finding[] = [];
    const job = verifyLog(byChain(new MemoryEventStore()), (verification) => found.push(verification));
    const replaced = new Error('replaced');
    await expect(job.run({}, { ...context, signal: AbortSignal.abort(replaced) })).rejects.toBe(replaced);
    expect(found).toEqual([]);
  });

  it('is verified every night by the clocks of the organisation', async () => {
    const answers = new Answers({} as Decisions, new ManualClock(NOW));
    const calendar = { timeZone: 'America/New_York', fiscalYears: [] };
    answers.add(answerTo(calendarInForce, async () => calendar));
    expect(await verifyLogNightly(answers)).toMatchObject({
      kind: verifyLog(byChain(new MemoryEventStore()), () => {}).kind,
      timing: { at: '02:30', timeZone: 'America/New_York' },
    });
  });
});
