import type { Generation, ViewStore } from '@pm/projections';

const FIRST: Generation = { view: 'cards', revision: 1, indexes: ['owner'] };
const SECOND: Generation = { view: 'cards', revision: 2, indexes: ['owner', 'title'] };
const OTHER: Generation = { view: 'cards-by-owner', revision: 1, indexes: [] };

/** Revisions of a view, side by side until one is swapped in. */
export function generations(open: () => ViewStore): void {
  let views: ViewStore;
  beforeEach(async () => {
    views = open();
    for (const generation of [FIRST, SECOND, OTHER]) await views.prepare(generation);
  });

  const write = (generation: Generation, title: string) =>
    views.commit({ generation, from: undefined, to: 'p1', documents: [{ id: 'churn', own: { title } }] });
  const titleIn = async (generation: Generation) => {
    const [document] = await views.load(generation, ['churn']);
    return (document?.own as { title: string } | undefined)?.title;
  };

  it('changes nothing when it is prepared again', async () => {
    await write(FIRST, 'first');
    await views.activate(FIRST);
    await views.prepare(FIRST);
    expect(await titleIn(FIRST)).toBe('first');
    expect(await views.checkpoint(FIRST)).toBe('p1');
    expect(await views.active('cards')).toEqual(FIRST);
    expect(await views.generations()).toHaveLength(3);
  });

  it('knows every generation there is', async () => {
    expect(await views.generations()).toEqual(expect.arrayContaining([FIRST, SECOND, OTHER]));
  });

  it('has no checkpoint and nothing active where nothing was prepared', async () => {
    expect(await views.checkpoint({ view: 'goals', revision: 1, indexes: [] })).toBe(undefined);
    expect(await views.active('goals')).toBe(undefined);
    expect(await views.active('cards')).toBe(undefined);
  });

  it('fills one aside while the other is read', async () => {
    await write(FIRST, 'first');
    await views.activate(FIRST);
    await write(SECOND, 'second');
    expect(await titleIn(FIRST)).toBe('first');
    expect(await titleIn(SECOND)).toBe('second');
    expect(await titleIn(OTHER)).toBe(undefined);
    expect(await views.checkpoint(OTHER)).toBe(undefined);
    expect(await views.active('cards')).toEqual(FIRST);
  });

  it('swaps what readers see, forwards and back, one view at a time', async () => {
    await views.activate(OTHER);
    for (const generation of [FIRST, SECOND, SECOND, FIRST]) {
      await views.activate(generation);
      expect(await views.active('cards')).toEqual(generation);
    }
    expect(await views.active('cards-by-owner')).toEqual(OTHER);
  });

  it('removes a generation with all it holds, and no other', async () => {
    await write(FIRST, 'first');
    await write(SECOND, 'second');
    await views.activate(SECOND);
    await views.drop(FIRST);
    expect(await views.generations()).toHaveLength(2);
    expect(await views.generations()).not.toContainEqual(FIRST);
    expect(await views.checkpoint(FIRST)).toBe(undefined);
    expect(await titleIn(SECOND)).toBe('second');
    expect(await views.active('cards')).toEqual(SECOND);
    await expect(write(FIRST, 'late')).rejects.toThrow();
  });

  it('shows readers nothing once the active generation was dropped, even when it is made again', async () => {
    await write(FIRST, 'first');
    await views.activate(FIRST);
    await views.drop(FIRST);
    expect(await views.active('cards')).toBe(undefined);
    await views.prepare(FIRST);
    expect(await views.active('cards')).toBe(undefined);
    expect(await views.checkpoint(FIRST)).toBe(undefined);
    expect(await titleIn(FIRST)).toBe(undefined);
  });

  it('drops what is not there without a word', async () => {
    await views.drop(FIRST);
    await views.drop(FIRST);
    expect(await views.generations()).toHaveLength(2);
  });

  it('keeps what readers see where a generation that was not prepared is to be activated', async () => {
    await views.activate(FIRST);
    await expect(views.activate({ ...FIRST, revision: 3 })).rejects.toThrow('cards@3');
    expect(await views.active('cards')).toEqual(FIRST);
  });
}
