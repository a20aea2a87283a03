/** Something that requests need cannot be used now. */
export class NotReady extends Error {
  /** @param failing stores and views, by name */
  constructor(readonly failing: readonly string[]) {
    super(`cannot be used at the moment: ${failing.join(', ')}; the log of the server says why`);
    this.name = 'NotReady';
  }
}
