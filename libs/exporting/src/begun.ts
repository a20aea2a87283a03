/** Makes the first bytes now: what fails by then is refused, and not cut off later in what was already being sent. */
export async function begun<Bytes>(chunks: AsyncIterable<Bytes>): Promise<AsyncIterable<Bytes>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
}
