/** Something that a client asked of a stream, by one clock: from before it was asked until after the answer, in ms. */
interface Asked {
  readonly stream: string;
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** One event that was to have a revision. */
export interface ToldAppend extends Asked {
  readonly kind: 'append';
  readonly id: string;
  readonly revision: number;
  /** Stored at a position of the log; refused, with how many events the stream had; or nobody heard what came of it. */
  readonly outcome: { readonly position: string } | { readonly length: number } | 'unknown';
}

/** The whole stream: ids of its events by revision. */
export interface ToldRead extends Asked {
  readonly kind: 'read';
  readonly ids: readonly string[];
}

export type Told = ToldAppend | ToldRead;

/** When something took effect: no sooner, no later. */
interface Window {
  readonly what: string;
  fromMs: number;
  toMs: number;
}

/**
 * Whether what clients were told can have happened one after the other, each thing at some moment between its question and
 * its answer, with streams that only grow. What nobody heard of happened at any time since it was asked, or never.
 *
 * It is exact, and needs no search: the last read of a stream says in which order its events took effect, so that every
 * answer bounds the moments of one or two of them.
 *
 * @param history whose last read of each stream was asked when all else was answered
 * @returns what cannot be explained; empty where everything can
 */
export function unexplained(history: readonly Told[]): string[] {
  const streams = Map.groupBy(history, ({ stream }) => stream);
  return [...[...streams.values()].flatMap(unexplainedOfStream), ...outOfOrder(inLog(history))];
}

function unexplainedOfStream(told: readonly Told[]): string[] {
  const appends = told.filter((one) => one.kind === 'append');
  const reads = told.filter((one) => one.kind === 'read').sort((a, b) => a.askedMs - b.askedMs);
  const { ids } = reads.at(-1)!;
  const wrong = [
    ...appends.filter((append) => !agrees(append, ids)).map(({ id }) => `${id} is not as it was answered`),
    ...ids
      .filter((id, at) => !appends.some((append) => append.id === id && append.revision === at))
      .map((id) => `${id} was never asked for there`),
    ...reads
      .filter((read) => read.ids.some((id, at) => id !== ids[at]))
      .map((read) => `a read saw ${read.ids.join(', ')}`),
  ];
  return wrong.length > 0 ? wrong : outOfOrder(effects(ids, appends, reads));
}

/** Whether what came of an append is what it was told. */
function agrees({ id, revision, outcome }: ToldAppend, ids: readonly string[]): boolean {
  if (outcome === 'unknown') return true;
  if ('position' in outcome) return ids[revision] === id;
  return !ids.includes(id) && outcome.length !== revision && outcome.length <= ids.length;
}

/** When each event of a stream took effect, as far as the answers tell. */
function effects(
  ids: readonly string[],
  appends: readonly ToldAppend[],
  reads: readonly ToldRead[],
): Window[] {
  const windows = ids.map((id) => windowOf(appends.find((append) => append.id === id)!));
  const seen = (length: number, { askedMs, answeredMs }: Asked) => {
    const [last, next] = [windows[length - 1], windows[length]];
    if (last) last.toMs = Math.min(last.toMs, answeredMs);
    if (next) next.fromMs = Math.max(next.fromMs, askedMs);
  };
  for (const read of reads) seen(read.ids.length, read);
  for (const append of appends) {
    if (append.outcome !== 'unknown' && 'length' in append.outcome) seen(append.outcome.length, append);
  }
  return windows;
}

/** Whatever was stored, by its place in the log. */
function inLog(history: readonly Told[]): Window[] {
  const stored = history.flatMap((told) =>
    told.kind === 'append' && told.outcome !== 'unknown' && 'position' in told.outcome
      ? [{ position: told.outcome.position, window: windowOf(told) }]
      : [],
  );
  return stored.sort((a, b) => (a.position < b.position ? -1 : 1)).map(({ window }) => window);
}

const windowOf = ({ id, askedMs, answeredMs, outcome }: ToldAppend): Window => ({
  what: id,
  fromMs: askedMs,
  toMs: outcome === 'unknown' ? Infinity : answeredMs,
});

/** What cannot have happened in this order. */
function outOfOrder(windows: readonly Window[]): string[] {
  let soonestMs = -Infinity;
  return windows.flatMap(({ what, fromMs, toMs }) => {
    soonestMs = Math.max(soonestMs, fromMs);
    return soonestMs > toMs ? [`${what} took effect too late, or what follows too soon`] : [];
  });
}
