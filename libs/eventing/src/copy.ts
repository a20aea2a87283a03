import { sizeOf } from './appending.js';
import { hashOf } from './canonical.js';
import { type EventStore, IdConflict, LIMITS, type LoggedEvent, VersionConflict } from './event-store.js';
import { Survey, type Verification, wholeLog } from './verify.js';

/** What became of a copy. */
export interface Copied {
  /** Events that the target held already. */
  readonly held: number;
  readonly appended: number;
  /** What the target was found to hold then; the source holds the same, but for the positions. */
  readonly verification: Verification;
}

/** What is being done to how many events. */
export type CopyProgress = (step: 'compared' | 'copied' | 'verified', events: number) => void;

/** The target holds events that are none of the source, or others than the source at their place. */
export class ForeignTarget extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `the target is no copy of the source: ${what}; copy to an empty log, or to the copy that was begun`,
      options,
    );
    this.name = 'ForeignTarget';
  }
}

/** An event of the source is not as it was recorded. Nothing from there on was copied. */
export class DamagedSource extends Error {
  constructor({ position, stream }: LoggedEvent, problem: string) {
    super(`the source has a fault at ${position} in ${stream}: ${problem}; nothing from there on was copied`);
    this.name = 'DamagedSource';
  }
}

/**
 * Makes the target hold what the source holds: the same events in the same order, with their ids, revisions and times.
 * Only their positions are the target's own.
 *
 * One append waits for the other: in flight together, one may be overtaken, or lost while those behind it are not. So
 * the target holds a beginning of the source at any moment, whatever interrupts it, and copying again goes on from
 * there. A source that grows meanwhile is followed until its end is reached.
 *
 * Every event of the target is read back: what it held before is compared with the source, one by one, before anything
 * is written; what was appended is checked by its hash chain, by the end of every stream and by the order of all.
 *
 * @throws ForeignTarget where the target is not a beginning of the source: then nothing was written, unless somebody
 *   else began to write it meanwhile
 * @throws DamagedSource, StoreUnavailable
 */
export async function copyLog(
  source: EventStore,
  target: EventStore,
  onProgress: CopyProgress = () => {},
): Promise<Copied> {
  const [ours, theirs] = [new Survey(), new Survey()];
  const left = surveyed(source, ours);
  for await (const there of wholeLog(target)) {
    const { value: here } = await left.next();
    if (!here || hashOf(here) !== hashOf(there)) throw notInSource(there, here);
    theirs.add(there);
    onProgress('compared', theirs.events);
  }
  const held = theirs.events;
  let copied = held;
  for await (const run of runsOf(left)) {
    await append(target, run);
    copied += run.length;
    onProgress('copied', copied);
  }
  for await (const there of wholeLog(target, theirs.head)) {
    const problem = theirs.add(there);
    if (problem)
      throw new ForeignTarget(`it has a fault at ${there.position} in ${there.stream}: ${problem}`);
    onProgress('verified', theirs.events);
  }
  const verification = theirs.found();
  checkSame(ours.found(), verification);
  return { held, appended: copied - held, verification };
}

/** Every event of the source, each taken note of, until a look behind the last one finds no more. @throws DamagedSource */
async function* surveyed(source: EventStore, survey: Survey): AsyncGenerator<LoggedEvent, undefined> {
  let before: number;
  do {
    before = survey.events;
    for await (const event of wholeLog(source, survey.head)) {
      const problem = survey.add(event);
      if (problem) throw new DamagedSource(event, problem);
      yield event;
    }
  } while (survey.events > before);
}

/** Half of what an append may hold: stores keep more of an event than is counted. */
const RUN_BYTES = LIMITS.appendBytes / 2;

/** Events that one append takes: they follow each other in the log, and all are of one stream. */
async function* runsOf(events: AsyncIterable<LoggedEvent>): AsyncGenerator<readonly LoggedEvent[]> {
  let [run, bytes]: [LoggedEvent[], number] = [[], 0];
  for await (const event of events) {
    const more = sizeOf(event);
    const fits = run.length < LIMITS.appendEvents && bytes + more <= RUN_BYTES;
    if (run.length > 0 && !(fits && run[0]!.stream === event.stream)) {
      yield run;
      [run, bytes] = [[], 0];
    }
    run.push(event);
    bytes += more;
  }
  if (run.length > 0) yield run;
}

async function append(target: EventStore, run: readonly LoggedEvent[]): Promise<void> {
  const { stream, revision } = run[0]!;
  try {
    await target.append(stream, revision === 0 ? 'none' : revision - 1, run);
  } catch (error) {
    if (!(error instanceof VersionConflict || error instanceof IdConflict)) throw error;
    throw new ForeignTarget(`somebody else writes it (${error.message})`, { cause: error });
  }
}

function notInSource(there: LoggedEvent, here: LoggedEvent | undefined): ForeignTarget {
  const what = `it holds revision ${there.revision} of ${there.stream}`;
  if (!here) return new ForeignTarget(`${what}, and the source ends before it`);
  if (here.id === there.id) return new ForeignTarget(`${what} with other content`);
  return new ForeignTarget(`${what} where the source holds revision ${here.revision} of ${here.stream}`);
}

/** @throws ForeignTarget */
function checkSame(source: Verification, target: Verification): void {
  if (target.events !== source.events)
    throw new ForeignTarget(`it holds ${target.events} events, the source ${source.events}`);
  for (const [stream, { hash }] of source.ends)
    if (target.ends.get(stream)?.hash !== hash)
      throw new ForeignTarget(`it ends ${stream} with another event`);
  if (target.order !== source.order) throw new ForeignTarget('it holds the same events in another order');
}
