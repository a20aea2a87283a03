import { ErrorType } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';

/** The server cannot be used: why, and whether the same call may succeed in a moment. */
export class EsdbUnavailable extends StoreUnavailable {
  constructor(
    readonly hosts: string,
    readonly reason: string,
    /** The server or the way to it was interrupted while it was asked: what it did is unknown. */
    readonly interrupted: boolean,
    options?: ErrorOptions,
  ) {
    super(`EventStoreDB at ${hosts} ${reason}`, options);
  }
}

/** Nothing came back in time, by our own timer: the driver keeps no deadline. */
export class NoAnswer extends Error {
  constructor(readonly ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'NoAnswer';
  }
}

/** A server that stops ends the reads under way, as though they had come to their end. */
export class CutShort extends Error {
  constructor() {
    super('a read ended before all of it had come');
    this.name = 'CutShort';
  }
}

/** What the driver throws, as far as it can be told apart: most of its errors have no message, some no type. */
interface DriverError extends Error {
  readonly type?: string;
  readonly code?: number;
}

const REFUSED: Readonly<Record<string, string>> = {
  [ErrorType.ACCESS_DENIED]: 'refuses these credentials',
  [ErrorType.STREAM_DELETED]: 'holds this stream as deleted for ever',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'takes smaller appends than 1 MiB: set its --max-append-size',
  [ErrorType.UNSUPPORTED]: 'is older than what is needed here: 23.10 or later',
};
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/** Whether the driver says that the stream is at another revision. */
export const isConflict = (error: unknown): error is Error & { actualVersion: bigint | 'no_stream' } =>
  (error as DriverError).type === ErrorType.WRONG_EXPECTED_VERSION;

export const isAbsentStream = (error: unknown): boolean =>
  (error as DriverError).type === ErrorType.STREAM_NOT_FOUND;

/** Whether a read of the whole log was refused because no record begins where it was to start. */
export const isNoRecord = (error: unknown): boolean => {
  const { type, message } = error as DriverError;
  return type === ErrorType.UNKNOWN && message.includes('ReadAllResult');
};

/** What failed, in words that name no credentials. */
export function unavailable(hosts: string, error: unknown): EsdbUnavailable {
  if (error instanceof EsdbUnavailable) return error;
  const { type = '', code, message } = error as DriverError;
  const refusal =
    REFUSED[type] ??
    (code === PERMISSION_DENIED || code === UNAUTHENTICATED ? REFUSED[ErrorType.ACCESS_DENIED] : undefined);
  return new EsdbUnavailable(
    hosts,
    refusal ?? passing(error as DriverError, message),
    refusal === undefined,
    {
      cause: error,
    },
  );
}

/** The server answered that it cannot now: the connection to it is sound. */
export const isAnswered = (error: unknown): boolean => {
  const { type, message } = error as DriverError;
  return (
    type === ErrorType.NOT_LEADER ||
    type === ErrorType.TIMEOUT ||
    type === ErrorType.ACCESS_DENIED ||
    type === ErrorType.STREAM_DELETED ||
    type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED ||
    isNoRecord(error) ||
    isConflict(error) ||
    isAbsentStream(error) ||
    /not ready|too busy|is busy|leader info/i.test(message)
  );
};

const PASSING: readonly [RegExp, string][] = [
  [/not ready/i, 'is not ready yet'],
  [/busy/i, 'is too busy'],
  [/leader info/i, 'has no leader now'],
  [/read.?only|no space|disk/i, 'cannot write: it is read-only or its disk is full'],
  [
    /certificate|TLS|SSL|wrong version number/i,
    'does not speak TLS as the address says (tls=true or tls=false)',
  ],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|No connection established/, 'cannot be reached'],
  [/Failed to discover/, 'cannot be reached: no member of the cluster answers'],
];

function passing(error: DriverError, message: string): string {
  if (error instanceof NoAnswer) return `gave ${error.message}`;
  if (error.type === ErrorType.NOT_LEADER) return 'is not the leader of its cluster';
  if (error.type === ErrorType.TIMEOUT)
    return 'took too long to write: its disk or its followers are slow or gone';
  const known = PASSING.find(([pattern]) => pattern.test(message));
  return known ? known[1] : `was lost: ${message || error.name}`;
}
