import type { Instant } from '@pm/kernel';
import { stored } from '../../../../test/contracts/stored.js';
import { chained, NamedLog } from '../../../../test/support/forged-log.js';
import type { StoredEvent } from '../event-store.js';
import { hashOfEnds } from '../verify.js';
import type { SignedCheckpoint } from './signed-checkpoint.js';
import { AnotherLog, verifyAgainst } from './verify-against.js';

const LOG = 'ab12cd34';
const at = (count: number) => `${LOG}.${String(count).padStart(16, '0')}`;

/** As they were signed; how they are is another matter. */
async function* signed(...checkpoints: SignedCheckpoint[]): AsyncGenerator<SignedCheckpoint, undefined> {
  yield* checkpoints;
}

/** What is signed of the log as it is now. */
async function checkpointOf(log: NamedLog, before: SignedCheckpoint[] = []): Promise<SignedCheckpoint> {
  const { ends, moved, fault, order, events, streams, head } = await verifyAgainst(log, signed(...before));
  expect(fault).toBe(undefined);
  const facts = { logId: log.logId, head, events, streams, order, ends: hashOfEnds(ends) };
  const takenAt = '2026-03-03T02:30:00.000Z' as Instant;
  return { ...facts, takenAt, moved: Object.fromEntries(moved) } as SignedCheckpoint;
}

const EVENTS = chained(['goal-1', 'kpi-1', 'goal-1', 'kpi-1', 'unit-1'].map((stream) => stored(stream, 0)));
const MORE = chained([...EVENTS, stored('kpi-1', 0), stored('goal-1', 0)]);
const forged = (event: StoredEvent): StoredEvent => ({ ...event, data: { text: 'never said' } });

describe('A log against its signed checkpoints', () => {
  let checkpoints: SignedCheckpoint[];
  beforeAll(async () => {
    const log = await NamedLog.of(LOG, EVENTS);
    const first = await checkpointOf(log);
    await log.add(...MORE.slice(EVENTS.length));
    checkpoints = [first, await checkpointOf(log, [first])];
  });

  const faultOf = async (events: readonly StoredEvent[]) =>
    (await verifyAgainst(await NamedLog.of(LOG, events), signed(...checkpoints))).fault;

  it('is as it was signed, and may have grown since', async () => {
    expect(await faultOf(MORE)).toBe(undefined);
    expect(await faultOf(chained([...MORE, stored('goal-2', 0)]))).toBe(undefined);
  });

  it('has signed of each stream that moved where it ended, and no more', () => {
    expect(Object.keys(checkpoints[0]!.moved)).toEqual(['goal-1', 'kpi-1', 'unit-1']);
    expect(checkpoints[1]!.moved).toMatchObject({ 'goal-1': { revision: 2 }, 'kpi-1': { revision: 2 } });
    expect(checkpoints[1]!.moved).not.toHaveProperty('unit-1');
  });

  it('has a fault where the last event of a stream was changed, with all hashes right', async () => {
    const [unit, last] = [EVENTS.length - 1, MORE.length - 1];
    expect(await faultOf(chained(MORE.with(unit, forged(MORE[unit]!))))).toMatchObject({
      position: at(5),
      stream: 'unit-1',
      problem: expect.stringContaining('revision 0, or one before it, was changed'),
    });
    expect(await faultOf(chained(MORE.with(last, forged(MORE[last]!))))).toMatchObject({
      position: at(7),
      stream: 'goal-1',
      problem: expect.stringContaining('revision 2, or one before it, was changed'),
    });
  });

  it('has a fault where it was cut off at its end', async () => {
    expect(await faultOf(MORE.slice(0, -1))).toMatchObject({
      stream: 'goal-1',
      problem: expect.stringContaining(`the log was cut off at ${at(6)}: revision 2 is gone`),
    });
    expect(await faultOf([])).toMatchObject({
      stream: 'goal-1',
      problem: expect.stringContaining('the log was cut off at the start: revisions 0 to 1 are gone'),
    });
  });

  it('has a fault where events went and others took their place', async () => {
    const others = chained([...MORE.slice(0, -1), stored('unit-1', 0)]);
    expect(await faultOf(others)).toMatchObject({
      stream: 'goal-1',
      problem: expect.stringMatching(/^revision 2 is gone/),
    });
  });

  it('has a fault where events were put in', async () => {
    const more = chained([...EVENTS.slice(0, 2), stored('goal-9', 0), ...EVENTS.slice(2)]);
    expect(await faultOf(more)).toMatchObject({
      stream: 'unit-1',
      problem: expect.stringContaining('is gone'),
    });
    const log = await NamedLog.of(LOG, []);
    const empty = { ...(await checkpointOf(log)), head: at(1) };
    await log.add(EVENTS[0]!);
    expect((await verifyAgainst(log, signed(empty))).fault).toMatchObject({
      stream: 'goal-1',
      problem: expect.stringContaining('events were put in before this position'),
    });
  });

  it('has a fault where the same events stand in another order', async () => {
    const [a, b, ...others] = MORE as [StoredEvent, StoredEvent, ...StoredEvent[]];
    expect(await faultOf([b, a, ...others])).toMatchObject({
      stream: 'kpi-1, goal-1, unit-1',
      problem: expect.stringContaining('put in another order'),
    });
  });

  it('has a fault of its own hash chain first', async () => {
    expect(await faultOf(MORE.with(0, forged(MORE[0]!)))).toMatchObject({
      stream: 'goal-1',
      problem: 'the event before it in its stream was changed',
    });
  });

  it('is told apart from another log', async () => {
    const another = await NamedLog.of('ffffffff', MORE);
    await expect(verifyAgainst(another, signed(...checkpoints))).rejects.toThrow(AnotherLog);
  });

  it('is followed by whoever waits for it, and read no further once they throw', async () => {
    const told: number[] = [];
    const stop = (events: number) => {
      told.push(events);
      if (events === 2) throw new Error('replaced');
    };
    await expect(verifyAgainst(await NamedLog.of(LOG, MORE), signed(...checkpoints), stop)).rejects.toThrow(
      'replaced',
    );
    expect(told).toEqual([1, 2]);
  });
});
