import type { EventStore } from '../event-store.js';
import { NO_STREAM, type StreamEnd } from '../recording.js';
import { hashOfEnds, Survey, type Verification, wholeLog } from '../verify.js';
import type { SignedCheckpoint } from './signed-checkpoint.js';

/** Where only the order is another one, every stream of the stretch may be part of it. */
const STREAMS_NAMED_MAX = 3;

/** The checkpoints are of another log than the one that was looked at. */
export class AnotherLog extends Error {
  constructor({ logId }: EventStore, checkpoint: SignedCheckpoint) {
    super(`this is another log: its id is ${logId}, the checkpoints are of ${checkpoint.logId}`);
    this.name = 'AnotherLog';
  }
}

/** What a verification against checkpoints found. */
export interface Comparison extends Verification {
  /** Where the streams end that got events since the last checkpoint. */
  readonly moved: ReadonlyMap<string, StreamEnd>;
}

/**
 * Verifies the whole log in one pass and, at the position of each checkpoint, that it holds just what was signed then.
 * Holds the end of every stream and one checkpoint at a time.
 *
 * @param checkpoints in the order of their positions
 * @param onProgress told how many events were checked so far
 * @throws AnotherLog, and what reading the checkpoints throws
 */
export async function verifyAgainst(
  store: EventStore,
  checkpoints: AsyncIterator<SignedCheckpoint, undefined>,
  onProgress: (events: number) => void = () => {},
): Promise<Comparison> {
  // A log on a server has its name from there.
  await store.head();
  const pass = new Pass(store, checkpoints);
  let due = await pass.next();
  for await (const event of wholeLog(store)) {
    for (; due && (due.head ?? '') < event.position; due = await pass.next()) {
      const fault = pass.faultAt(due);
      if (fault) return { ...pass.found(), fault };
    }
    const problem = pass.survey.add(event);
    const { position, stream } = event;
    if (problem) return { ...pass.found(), fault: { position, stream, problem } };
    pass.moved.add(stream);
    onProgress(pass.survey.events);
  }
  for (; due; due = await pass.next()) {
    const fault = pass.faultAt(due);
    if (fault) return { ...pass.found(), fault };
  }
  return pass.found();
}

/** One way through a log, with the checkpoints that stand along it. */
class Pass {
  readonly survey = new Survey();
  /** Streams that got events since the last checkpoint. */
  readonly moved = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly checkpoints: AsyncIterator<SignedCheckpoint, undefined>,
  ) {}

  /** @throws AnotherLog */
  async next(): Promise<SignedCheckpoint | undefined> {
    const { value } = await this.checkpoints.next();
    if (value && value.logId !== this.store.logId) throw new AnotherLog(this.store, value);
    return value;
  }

  /** To be asked once everything up to the checkpoint was surveyed, and nothing behind it. */
  faultAt(checkpoint: SignedCheckpoint): Verification['fault'] {
    const { events, head, order, ends } = this.survey.found();
    const agrees =
      events === checkpoint.events &&
      head === checkpoint.head &&
      order === checkpoint.order &&
      hashOfEnds(ends) === checkpoint.ends;
    if (!agrees) return this.explained(checkpoint, ends);
    this.moved.clear();
    return undefined;
  }

  found(): Comparison {
    const found = this.survey.found();
    return { ...found, moved: new Map([...this.moved].map((stream) => [stream, found.ends.get(stream)!])) };
  }

  /** All was as signed at the checkpoint before, so the fault is in what moved since. */
  private explained({ takenAt, head = 'the start', moved }: SignedCheckpoint, ends: Verification['ends']) {
    const fault = (stream: string, problem: string) => ({
      position: head,
      stream,
      problem: `${problem} since this was signed on ${takenAt}`,
    });
    for (const [stream, signed] of Object.entries(moved)) {
      const { revision, hash } = ends.get(stream) ?? NO_STREAM;
      if (revision < signed.revision) return fault(stream, this.lost(head, revision, signed.revision));
      if (revision === signed.revision && hash !== signed.hash)
        return fault(stream, `revision ${revision}, or one before it, was changed`);
    }
    const grown = [...this.moved].find(
      (stream) => ends.get(stream)!.revision > (moved[stream]?.revision ?? -1),
    );
    if (grown !== undefined) return fault(grown, 'events were put in before this position');
    return fault([...this.moved].slice(0, STREAMS_NAMED_MAX).join(', '), 'events were put in another order');
  }

  private lost(head: string, revision: number, signed: number): string {
    const { head: end } = this.survey;
    const missing =
      revision + 1 === signed ? `revision ${signed} is` : `revisions ${revision + 1} to ${signed} are`;
    const isCutOff = end === undefined || end < head;
    return isCutOff ? `the log was cut off at ${end ?? 'the start'}: ${missing} gone` : `${missing} gone`;
  }
}
