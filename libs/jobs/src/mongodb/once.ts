import { MongoServerError } from 'mongodb';

const DUPLICATE = 11000;

/** An upsert that met another one of the same document finds that one when it is sent again. */
export async function once<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return upsert();
  }
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === DUPLICATE;
