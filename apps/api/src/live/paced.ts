/**
 * Hands on one piece at a time, the next when it is asked for, as whoever takes it gets along.
 *
 * @param onSlow called where nobody asks for the next within a while
 */
export async function* paced<T>(
  pieces: AsyncIterable<T>,
  { waitMs, onSlow }: { readonly waitMs: number; readonly onSlow: () => void },
): AsyncGenerator<T, undefined> {
  for await (const piece of pieces) {
    const slow = setTimeout(onSlow, waitMs);
    try {
      yield piece;
    } finally {
      clearTimeout(slow);
    }
  }
}
