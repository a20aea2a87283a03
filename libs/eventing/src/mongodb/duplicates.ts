import { MongoBulkWriteError, MongoServerError } from 'mongodb';

const DUPLICATE_KEY = 11000;

/** Whether a write failed for nothing but keys that were taken. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) {
    return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
  }
  // Of a write that was cut off, the driver names no single one that failed.
  const failed = [error.writeErrors].flat();
  const isTaken = failed.length > 0 && failed.every(({ code }) => code === DUPLICATE_KEY);
  return isTaken && !error.result.getWriteConcernError();
}

/** Writes what may be there already, or something newer in its place: that is left as it is. */
export async function writeUnlessThere(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** An upsert that met another one of the same document finds that one when it is sent again. */
export async function once<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return upsert();
  }
}
