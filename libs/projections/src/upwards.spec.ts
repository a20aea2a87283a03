import { once, upwards } from './upwards.js';

type Links = Readonly<Record<string, readonly string[]>>;

const orderOf = (links: Links, start = Object.keys(links), cyclesAllowed = false) =>
  upwards(start, (id) => links[id] ?? [], { cyclesAllowed });

function expectUpwards(links: Links, order: readonly string[]): void {
  for (const [id, above] of Object.entries(links)) {
    if (!order.includes(id)) continue;
    for (const to of above) expect([id, to, order.indexOf(id) < order.indexOf(to)]).toEqual([id, to, true]);
  }
}

describe('The way upwards', () => {
  it('leads from nothing to nothing', () => {
    expect(orderOf({})).toEqual([]);
  });

  it.each<[string, Links]>([
    ['a chain, whatever starts', { top: [], team: ['top'], leaf: ['team'] }],
    ['ways that part and meet again', { leaf: ['left', 'right'], left: ['top'], right: ['top'], top: [] }],
    [
      'a way that is short and one that is long',
      { leaf: ['top', 'team'], team: ['unit'], unit: ['top'], top: [] },
    ],
    ['several trees', { a: ['b'], b: [], c: ['d'], d: [] }],
  ])('puts each before all that is above it, along %s', (_, links) => {
    for (const start of [Object.keys(links), Object.keys(links).reverse()]) {
      const order = orderOf(links, start);
      expectUpwards(links, order);
      expect(order.toSorted()).toEqual(Object.keys(links).sort());
    }
  });

  it('leads to what is linked to only, and not to what is below', () => {
    expect(orderOf({ leaf: ['team'], team: ['unborn'], other: ['team'] }, ['leaf'])).toEqual([
      'leaf',
      'team',
      'unborn',
    ]);
  });

  it('takes 100,000 levels without running out of stack', () => {
    const order = upwards(['0'], (id) => (Number(id) < 100_000 ? [String(Number(id) + 1)] : []));
    expect(order).toHaveLength(100_001);
  });

  it.each<[string, Links]>([
    ['itself', { a: ['a'] }],
    ['another', { a: ['b'], b: ['a'] }],
    ['those above it', { leaf: ['a'], a: ['b'], b: ['c'], c: ['a'] }],
  ])('is refused where a link closes a cycle with %s', (_, links) => {
    expect(() => orderOf(links)).toThrow('cycle');
    const order = orderOf(links, undefined, true);
    expect(order.toSorted()).toEqual(Object.keys(links).sort());
  });

  it('goes against one link of a cycle only, where cycles are allowed', () => {
    const links: Links = { leaf: ['a'], a: ['b', 'top'], b: ['c'], c: ['a', 'top'], top: [] };
    const order = orderOf(links, undefined, true);
    const against = Object.entries(links).flatMap(([id, above]) =>
      above.filter((to) => order.indexOf(to) <= order.indexOf(id)),
    );
    expect(against).toHaveLength(1);
  });
});

describe('A link', () => {
  it('counts once, however often it is named', () => {
    expect(once(['a', 'b', 'a'])).toEqual(['a', 'b']);
  });
});
