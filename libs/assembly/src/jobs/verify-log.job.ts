import {
  AnotherLog,
  type Answers,
  BadCheckpoint,
  type Clock,
  type EventStore,
  takeCheckpoint,
  type Verification,
  verify,
} from '@pm/eventing';
import type { Job, Schedule } from '@pm/jobs';
import type { CheckpointSettings } from '../checkpoint-settings.js';
import { daily } from './daily.js';

const KIND = 'verify-log';

/** Looks through the whole log. @param onProgress told how many events were checked so far */
export type LookThrough = (onProgress: () => void) => Promise<Verification>;

/** What became of it: what the log holds, or why the signed checkpoints cannot be compared with it. */
export type Finding = Verification | AnotherLog | BadCheckpoint;

/** By the log's own hash chain. */
export const byChain =
  (events: EventStore): LookThrough =>
  (onProgress) =>
    verify(events, onProgress);

/** Against what was signed before as well; where all is as it was, where the log stands is signed. */
export const bySignature =
  (events: EventStore, { file, key }: CheckpointSettings, clock: Clock): LookThrough =>
  (onProgress) =>
    takeCheckpoint(events, file, { key, clock }, onProgress);

/** Reads the whole log and checks it, as far as nobody else took that over. A fault is found, not failed: it is reported. */
export const verifyLog = (look: LookThrough, report: (found: Finding) => void): Job => ({
  kind: KIND,
  attemptsMax: 3,
  run: async (_, { signal }) => {
    signal.throwIfAborted();
    report(await look(() => signal.throwIfAborted()).catch(asFinding));
  },
});

/** @throws what is no finding */
function asFinding(error: unknown): Finding {
  if (error instanceof AnotherLog || error instanceof BadCheckpoint) return error;
  throw error;
}

export const verifyLogNightly = (answers: Answers): Promise<Schedule> =>
  daily({ id: 'nightly verify-log', kind: KIND, at: '02:30' }, answers);
