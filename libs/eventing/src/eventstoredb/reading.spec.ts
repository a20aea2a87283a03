import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { CutShort } from './failures.js';
import { LogReader } from './reading.js';
import { LogStreams } from './stored-form.js';

const at = (commit: bigint) => ({ commit, prepare: commit });
const record = (streamId: string, commit: bigint) =>
  ({
    event: { streamId, type: 'X', position: at(commit), metadata: { eventId: 'x' } },
  }) as unknown as AllStreamResolvedEvent;

/** A reader of the log that begins at 10, of a server that answers a look backwards with these records. */
function readerOf(...records: AllStreamResolvedEvent[]): LogReader {
  const connection = {
    open: async () => ({}),
    call: async () => records,
    unavailable: (error: unknown) => error,
  } as unknown as Connection;
  return new LogReader(connection, new LogStreams('lake'), () => ({ logId: '0000000a', begin: at(10n) }));
}

const OURS = new LogStreams('lake').nameOf('goal-1');

describe('The last event', () => {
  it('is the latest of ours', async () =>
    expect(await readerOf(record('$stats', 30n), record(OURS, 20n), record('$x', 10n)).last()).toEqual(
      at(20n),
    ));

  it('is none where the look came to the beginning of the log', async () =>
    expect(await readerOf(record('$stats', 30n), record('$x', 10n)).last()).toBeUndefined());

  it.each([
    ['nothing', []],
    ['less than goes back to what is known', [record('$stats', 30n)]],
  ])('is not known where a server that stops answered %s', async (_, records) =>
    expect(readerOf(...records).last()).rejects.toThrow(CutShort),
  );
});
