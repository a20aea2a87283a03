import { Answers, answerTo, type Decisions, ManualClock } from '@pm/eventing';
import { type ActorId, calendarInForce, type Instant, type PersonId } from '@pm/kernel';
import { MemoryReadLog } from '@pm/reads/memory';
import { forgetReads, forgetReadsNightly } from './forget-reads.job.js';

const NIGHT = '2026-03-03T02:00:00.000Z' as Instant;

const readAt = (at: string) => ({
  id: at,
  at: at as Instant,
  reader: 'eve' as ActorId,
  roles: ['auditor'],
  what: 'person' as const,
  subjects: ['ada' as PersonId],
  correlationId: 'request',
});

describe('Who read what', () => {
  it('is forgotten once it is older than it is kept, counted from when that is due', async () => {
    const reads = new MemoryReadLog();
    for (const at of ['2026-01-31T01:59:59.999Z', '2026-02-01T02:00:00.000Z', NIGHT])
      await reads.record(readAt(at));
    const forgotten: number[] = [];
    const job = forgetReads(reads, 30, (count) => forgotten.push(count));
    const signal = new AbortController().signal;
    for (const attempt of [1, 2]) await job.run({}, { workId: 'nightly', dueAt: NIGHT, attempt, signal });
    expect((await reads.list({ limit: 10 })).reads.map(({ at }) => at)).toEqual([
      NIGHT,
      '2026-02-01T02:00:00.000Z',
    ]);
    expect(forgotten).toEqual([1, 0]);
  });

  it('is looked through every night by the clocks of the organisation', async () => {
    const answers = new Answers({} as Decisions, new ManualClock(NIGHT));
    answers.add(answerTo(calendarInForce, async () => ({ timeZone: 'America/New_York', fiscalYears: [] })));
    expect(await forgetReadsNightly(answers)).toMatchObject({
      kind: forgetReads(new MemoryReadLog(), 30, () => {}).kind,
      timing: { at: '03:00', timeZone: 'America/New_York' },
    });
  });
});
