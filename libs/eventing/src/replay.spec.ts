import { type ActorId, ALWAYS, declareEvents, type Event, type Instant } from '@pm/kernel';
import { hashOf } from './canonical.js';
import { Catalogue } from './catalogue.js';
import { newId } from './ids.js';
import { MemoryEventStore, MemoryKeys } from './memory/index.js';
import { NO_STREAM, Recorder, type StreamEnd } from './recording.js';
import { isPast, Replay } from './replay.js';

type Said = Event<'Said', { text: string }>;
type Sung = Event<'Sung', { text: string }>;

const catalogue = new Catalogue([
  declareEvents<Said | Sung>()('test', { Said: { schemaVersion: 1 }, Sung: { schemaVersion: 1 } }),
]);
const day = (text: string): Instant => `2026-${text}T12:00:00.000Z` as Instant;

interface Fact {
  readonly text: string;
  readonly on: string;
  readonly true?: string;
  readonly stream?: string;
  readonly type?: 'Said' | 'Sung';
}

/** A log of these facts, in this order. */
async function given(...facts: Fact[]) {
  const events = new MemoryEventStore();
  const recorder = new Recorder(catalogue, new MemoryKeys());
  const ends = new Map<string, StreamEnd>();
  for (const { text, on, true: from, stream = 'talk-a', type = 'Said' } of facts) {
    const end = ends.get(stream) ?? NO_STREAM;
    const by = { actor: 'ada' as ActorId, commandId: text, correlationId: text, repeatable: false };
    const fact: Event = { type, data: { text }, ...(from && { effectiveAt: day(from) }) };
    const recording = { by, recordedAt: day(on), ids: [newId()] };
    const stored = await recorder.toStored(stream, end, [fact], recording);
    await events.append(stream, end.revision < 0 ? 'none' : end.revision, stored);
    ends.set(stream, { revision: end.revision + 1, hash: hashOf(stored[0]!) });
  }
  return new Replay(events, recorder, catalogue);
}

const texts = (events: readonly Event[]) => events.map(({ data }) => (data as { text: string }).text);

describe('A replay', () => {
  it('takes streams together in the order of the log', async () => {
    const replay = await given(
      { text: 'one', on: '01-01', stream: 'talk-b' },
      { text: 'two', on: '01-02', stream: 'talk-a' },
      { text: 'three', on: '01-03', stream: 'talk-b' },
      { text: 'elsewhere', on: '01-04', stream: 'talk-c' },
    );
    expect(texts(await replay.ofStreams(['talk-a', 'talk-b'], {}))).toEqual(['one', 'two', 'three']);
  });

  it('leaves out what was learned later, and what became true later', async () => {
    const replay = await given(
      { text: 'early', on: '01-10' },
      { text: 'planned', on: '01-10', true: '03-01' },
      { text: 'late', on: '02-10', true: '01-05' },
    );
    const read = async (at: object) => texts(await replay.ofStreams(['talk-a'], at));
    expect(await read({ asOf: day('01-31') })).toEqual(['early', 'late']);
    expect(await read({ asKnownAt: day('01-31') })).toEqual(['early', 'planned']);
    expect(await read({ asOf: day('01-31'), asKnownAt: day('01-31') })).toEqual(['early']);
    expect(await read({ asKnownAt: day('01-01') })).toEqual([]);
  });

  it('counts what happened at the very moment', async () => {
    const replay = await given({ text: 'now', on: '01-10' });
    expect(await replay.ofStreams(['talk-a'], { asOf: day('01-10'), asKnownAt: day('01-10') })).toHaveLength(
      1,
    );
  });

  it('knows by the order of the log, not by a clock that stepped back', async () => {
    const replay = await given({ text: 'first', on: '01-20' }, { text: 'stepped back', on: '01-10' });
    expect(texts(await replay.ofStreams(['talk-a'], { asKnownAt: day('01-15') }))).toEqual([]);
  });

  it('asks a fact of another kind when it became true', async () => {
    const replay = await given({ text: 'definition', on: '02-01' });
    expect(await replay.ofStreams(['talk-a'], { asOf: day('01-01') }, () => ALWAYS)).toHaveLength(1);
  });

  it('takes all events of some types from every stream, page by page', async () => {
    const many = Array.from({ length: 6000 }, (_, index) => ({
      text: String(index),
      on: index < 5500 ? '01-01' : '02-01',
      stream: `talk-${index % 7}`,
      type: index % 2 === 0 ? ('Said' as const) : ('Sung' as const),
    }));
    const replay = await given(...many);
    const read = async (at: object) => texts(await replay.ofTypes<Said>(['Said'], at));
    expect(await read({})).toHaveLength(3000);
    expect((await read({ asKnownAt: day('01-15') })).at(-1)).toBe('5498');
  });

  it('is asked for only where a moment is named', () =>
    expect([isPast({}), isPast({ asOf: day('01-01') }), isPast({ asKnownAt: day('01-01') })]).toEqual([
      false,
      true,
      true,
    ]));
});
