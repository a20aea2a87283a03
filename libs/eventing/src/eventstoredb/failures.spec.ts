import { ErrorType } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { isAnswered, NoAnswer, unavailable } from './failures.js';

const driverError = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);

describe('A failure of EventStoreDB', () => {
  it.each<[string, Error]>([
    [
      'cannot be reached',
      driverError('14 UNAVAILABLE: No connection established. Last error: ECONNREFUSED', { code: 14 }),
    ],
    ['is not ready yet', driverError('Could not recognize Server Is Not Ready', { type: ErrorType.UNKNOWN })],
    [
      'is too busy',
      driverError('14 UNAVAILABLE: Server Is Too Busy', { type: ErrorType.UNAVAILABLE, code: 14 }),
    ],
    ['is not the leader of its cluster', driverError('', { type: ErrorType.NOT_LEADER })],
    ['has no leader now', driverError('No leader info available in response', { type: ErrorType.UNKNOWN })],
    [
      'cannot write: it is read-only or its disk is full',
      driverError('2 UNKNOWN: There is not enough space on the disk'),
    ],
    ['gave no answer within 5000 ms', new NoAnswer(5000)],
    [
      'was lost: 13 INTERNAL: Received RST_STREAM',
      driverError('13 INTERNAL: Received RST_STREAM', { code: 13 }),
    ],
  ])('that passes says: it %s', (words, error) => {
    const failure = unavailable('a:2113', error);
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(failure).toMatchObject({
      message: `EventStoreDB at a:2113 ${words}`,
      interrupted: true,
      cause: error,
    });
  });

  it.each<[string, object]>([
    ['refuses these credentials', { type: ErrorType.ACCESS_DENIED }],
    ['refuses these credentials', { type: ErrorType.UNKNOWN, code: 7 }],
    ['holds this stream as deleted for ever', { type: ErrorType.STREAM_DELETED }],
  ])('that stays says: it %s', (words, fields) =>
    expect(unavailable('a:2113', driverError('', fields))).toMatchObject({
      message: `EventStoreDB at a:2113 ${words}`,
      interrupted: false,
    }),
  );

  it.each<[string, Error, boolean]>([
    ['a conflict', driverError('', { type: ErrorType.WRONG_EXPECTED_VERSION }), true],
    ['a missing stream', driverError('', { type: ErrorType.STREAM_NOT_FOUND }), true],
    ['another leader', driverError('', { type: ErrorType.NOT_LEADER }), true],
    ['a lost connection', driverError('14 UNAVAILABLE', { type: ErrorType.UNAVAILABLE, code: 14 }), false],
    ['silence', new NoAnswer(5000), false],
    ['what nobody can explain', driverError('Could not recognize', { type: ErrorType.UNKNOWN }), false],
  ])('by %s keeps the client, or not', (_, error, answered) => expect(isAnswered(error)).toBe(answered));
});
