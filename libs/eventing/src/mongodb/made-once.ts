/** Makes something before its first use; again after a failure. */
export function madeOnce(make: () => Promise<unknown>): () => Promise<void> {
  let made: Promise<unknown> | undefined;
  return async () => {
    made ??= make();
    try {
      await made;
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
}
