import { paced } from './paced.js';

/** Three pieces, and whether their source was told that nobody wants more. */
function source() {
  const state = { isReleased: false };
  const pieces = async function* () {
    try {
      yield* [1, 2, 3];
    } finally {
      state.isReleased = true;
    }
  };
  return { state, pieces: pieces() };
}

describe('What is handed on piece by piece', () => {
  it('arrives whole where it is taken', async () => {
    let slow = 0;
    const taken: number[] = [];
    const options = { waitMs: 60_000, onSlow: () => void (slow += 1) };
    for await (const piece of paced(source().pieces, options)) taken.push(piece);
    expect([taken, slow]).toEqual([[1, 2, 3], 0]);
  });

  it('is told of where it is not taken', async () => {
    let isTold = () => {};
    const told = new Promise<void>((resolve) => (isTold = resolve));
    const pieces = paced(source().pieces, { waitMs: 1, onSlow: isTold });
    await pieces.next();
    await told;
    await pieces.return(undefined);
  });

  it('is let go when nobody wants more, and nobody is slow then', async () => {
    let slow = 0;
    const { pieces, state } = source();
    const taking = paced(pieces, { waitMs: 1, onSlow: () => void (slow += 1) });
    await taking.next();
    await taking.return(undefined);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([state.isReleased, slow]).toEqual([true, 0]);
  });
});
