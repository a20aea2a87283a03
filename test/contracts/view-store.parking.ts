import type { Instant } from '@pm/kernel';
import type { Generation, ParkedEvent, ParkedRequest, ViewStore } from '@pm/projections';

const CARDS: Generation = { view: 'cards', revision: 1, indexes: [] };
const LATER: Generation = { ...CARDS, revision: 2 };

const retry: ParkedRequest = { to: 'retry', by: 'ada', at: '2026-03-03T09:30:00.000Z' as Instant };
const skip: ParkedRequest = { ...retry, to: 'skip', reason: 'It was sent by a test.' };

const parkedAt = (position: string, more: Partial<ParkedEvent> = {}): ParkedEvent => ({
  position,
  stream: 'cards-1',
  revision: 7,
  type: 'test.CardMoved',
  documents: ['churn', '__proto__', '$where'],
  ...more,
});

/** Events that a view has not taken, kept with it. */
export function parking(open: () => ViewStore): void {
  let views: ViewStore;
  beforeEach(async () => {
    views = open();
    await views.prepare(CARDS);
  });

  const commit = (
    from: string | undefined,
    to: string,
    parked: readonly ParkedEvent[],
    released: readonly string[] = [],
  ) =>
    views.commit({
      generation: CARDS,
      from,
      to,
      documents: [{ id: 'churn', own: { at: to } }],
      parked,
      released,
    });
  const failed = parkedAt('p1', { error: '{"$gt":""} cannot be moved' });
  const waiting = parkedAt('p2');

  it('keeps what is parked as it was given, in the order of the log', async () => {
    await commit(undefined, 'p2', [waiting, failed]);
    expect(await views.parked(CARDS)).toStrictEqual([failed, waiting]);
  });

  it('holds nothing for a generation that there is not', async () =>
    expect(await views.parked(LATER)).toEqual([]));

  it('replaces what was parked at a position, and forgets what was released', async () => {
    await commit(undefined, 'p2', [failed, waiting]);
    await commit('p2', 'p2+000001', [parkedAt('p1', { error: 'not this way either' })], ['p2']);
    expect(await views.parked(CARDS)).toStrictEqual([parkedAt('p1', { error: 'not this way either' })]);
    await commit('p2+000001', 'p2+000002', [], ['p1', 'p1']);
    expect(await views.parked(CARDS)).toEqual([]);
  });

  it('changes a document at the same position, once more', async () => {
    await commit(undefined, 'p2', [failed]);
    await commit('p2', 'p2+000001', [], ['p1']);
    expect(await views.load(CARDS, ['churn'])).toEqual([{ id: 'churn', own: { at: 'p2+000001' } }]);
  });

  it('parks and releases nothing where a commit is refused', async () => {
    await commit(undefined, 'p2', [failed]);
    await expect(commit('p1', 'p3', [waiting], ['p1'])).rejects.toThrow('cards is at p2');
    expect(await views.parked(CARDS)).toStrictEqual([failed]);
  });

  it('parks nothing where a commit is torn, and all when it is delivered again', async () => {
    const unwritable = Object.assign(parkedAt('p3'), {
      toJSON: () => {
        throw new Error('torn');
      },
    });
    await commit(undefined, 'p2', [failed]);
    await expect(commit('p2', 'p3', [waiting, unwritable], ['p1'])).rejects.toThrow('torn');
    expect(await views.parked(CARDS)).toStrictEqual([failed]);
    expect(await views.checkpoint(CARDS)).toBe('p2');
    expect(await views.load(CARDS, ['churn'])).toEqual([{ id: 'churn', own: { at: 'p2' } }]);

    await commit('p2', 'p3', [waiting], ['p1']);
    expect(await views.parked(CARDS)).toStrictEqual([waiting]);
  });

  it('keeps a request until the event is parked anew, and the latest of several', async () => {
    await commit(undefined, 'p2', [failed, waiting]);
    expect(await views.ask(CARDS, 'p1', retry)).toBe(true);
    expect(await views.ask(CARDS, 'p1', skip)).toBe(true);
    expect(await views.parked(CARDS)).toStrictEqual([{ ...failed, asked: skip }, waiting]);
    await commit('p2', 'p2+000001', [failed]);
    expect(await views.parked(CARDS)).toStrictEqual([failed, waiting]);
  });

  it('takes no request for what is not parked, was released or was skipped', async () => {
    await commit(undefined, 'p2', [failed, parkedAt('p2', { skipped: skip })]);
    await commit('p2', 'p3', [], ['p1']);
    for (const position of ['p1', 'p2', 'p9', ''])
      expect(await views.ask(CARDS, position, retry)).toBe(false);
    expect(await views.parked(CARDS)).toStrictEqual([parkedAt('p2', { skipped: skip })]);
  });

  it('keeps apart what each generation has parked, and drops it with the generation', async () => {
    await views.prepare(LATER);
    await commit(undefined, 'p2', [failed]);
    expect(await views.parked(LATER)).toEqual([]);
    await views.drop(CARDS);
    await views.prepare(CARDS);
    expect(await views.parked(CARDS)).toEqual([]);
  });
}
