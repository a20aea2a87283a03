import { HttpException } from '@nestjs/common';
import { ProviderUnavailable, Unauthenticated } from '@pm/access';
import {
  ConcurrentChange,
  IdConflict,
  KeyReused,
  LimitExceeded,
  NotCanonical,
  RevisionMismatch,
  StoreUnavailable,
  UnknownPosition,
} from '@pm/eventing';
import { GoalHidden } from '@pm/insights';
import { BadMapping, UnreadableCsv } from '@pm/importing';
import { BatchStopped } from '@pm/intake';
import { Rejection, type RejectionKind } from '@pm/kernel';
import { BadCursor, NotIndexed, ViewBehind } from '@pm/projections';
import { Forbidden } from './forbidden.js';
import { InvalidInput, PreconditionRequired } from './invalid-input.js';
import { TooManyStreams } from '../live/open-streams.js';
import { ScimRefused } from '../scim/scim-refused.js';
import { NotReady } from './not-ready.js';
import { RateExceeded } from './protection.js';
import { BodyInterrupted, MediaTypeRefused } from './streamed-body.js';

/** What a client gets when a request fails (RFC 9457). */
export interface Problem {
  readonly status: number;
  /** `/problems/<code>`. */
  readonly code: string;
  /** What went wrong and what to do; never repeats what the user typed. */
  readonly detail: string;
  /** Further members. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

type Constructor<T> = new (...args: never[]) => T;

interface Row<T> {
  readonly error: Constructor<T>;
  problem(error: T): Problem;
}

const row = <T>(error: Constructor<T>, problem: (error: T) => Problem): Row<T> => ({ error, problem });

const plain = (status: number, code: string) => (error: Error) => ({ status, code, detail: error.message });

const REJECTIONS: Readonly<Record<RejectionKind, number>> = {
  state: 409,
  never: 422,
  unknown: 404,
  forbidden: 403,
};

const RETRY_SOON = { 'retry-after': '1' };

/** The one place where errors become HTTP. */
const TABLE = [
  row(Rejection, ({ kind, code, advice, context }) => ({
    status: REJECTIONS[kind],
    code,
    detail: advice,
    extensions: context,
  })),
  row(InvalidInput, ({ message, errors }) => ({
    status: 400,
    code: 'invalid-input',
    detail: message,
    extensions: { errors },
  })),
  row(ScimRefused, (error) => ({
    ...plain(400, 'invalid-input')(error),
    extensions: { scimType: error.scimType },
  })),
  row(NotCanonical, plain(400, 'invalid-input')),
  row(UnknownPosition, plain(400, 'position-unknown')),
  row(BadCursor, plain(400, 'cursor-unknown')),
  row(NotIndexed, plain(400, 'not-indexed')),
  row(BodyInterrupted, plain(400, 'body-interrupted')),
  row(BadMapping, (error) => ({
    ...plain(400, 'mapping-unusable')(error),
    extensions: { problems: error.problems },
  })),
  row(UnreadableCsv, plain(400, 'csv-unreadable')),
  row(Unauthenticated, (error) => ({
    ...plain(401, 'unauthenticated')(error),
    headers: { 'www-authenticate': 'Bearer' },
  })),
  row(Forbidden, plain(403, 'forbidden')),
  row(GoalHidden, plain(403, 'goal-hidden')),
  row(ConcurrentChange, plain(409, 'concurrent-change')),
  row(IdConflict, plain(409, 'id-conflict')),
  row(RevisionMismatch, (error) => ({
    ...plain(412, 'revision-mismatch')(error),
    ...(error.actual >= 0 && { headers: { etag: `"${error.actual}"` } }),
  })),
  row(PreconditionRequired, plain(428, 'if-match-required')),
  row(MediaTypeRefused, plain(415, 'media-type')),
  row(KeyReused, plain(422, 'idempotency-key-reused')),
  row(LimitExceeded, (error) => ({
    ...plain(413, 'limit-exceeded')(error),
    extensions: { limit: error.limit, unit: error.unit },
  })),
  row(RateExceeded, (error) => ({
    ...plain(429, 'rate-exceeded')(error),
    extensions: { limit: error.limit, unit: 'requests a minute' },
    headers: { 'retry-after': String(error.retryAfterSeconds) },
  })),
  row(ViewBehind, (error) => ({
    ...plain(503, 'view-behind')(error),
    extensions: { reached: error.reached },
    headers: RETRY_SOON,
  })),
  row(StoreUnavailable, () => ({
    status: 503,
    code: 'store-unavailable',
    detail: 'The store cannot be used at the moment. Try again with the same Idempotency-Key.',
    headers: RETRY_SOON,
  })),
  row(ProviderUnavailable, (error) => ({
    ...plain(503, 'provider-unavailable')(error),
    headers: RETRY_SOON,
  })),
  row(NotReady, (error) => ({
    ...plain(503, 'not-ready')(error),
    extensions: { failing: error.failing },
    headers: RETRY_SOON,
  })),
  row(TooManyStreams, (error) => ({ ...plain(503, 'too-many-streams')(error), headers: RETRY_SOON })),
  row(HttpException, (error) => httpProblem(error.getStatus())),
] as readonly Row<unknown>[];

/** @returns undefined for what is our own bug */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof BatchStopped) return stopped(error);
  const found = TABLE.find((candidate) => error instanceof candidate.error);
  if (found) return found.problem(error);
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode < 500 ? httpProblem(statusCode) : undefined;
}

/** The problem of what stopped it, with what was stored until then. */
function stopped({ cause, stored }: BatchStopped): Problem | undefined {
  const problem = problemOf(cause);
  return problem && { ...problem, extensions: { ...problem.extensions, stored } };
}

/** What the framework itself refuses. */
export function httpProblem(status: number): Problem {
  const known: Readonly<Record<number, [string, string]>> = {
    400: ['invalid-input', 'The request cannot be read: send a well-formed address and well-formed JSON.'],
    404: ['route-unknown', 'There is nothing at this address; see /api/v1/openapi.json.'],
    405: ['method-not-allowed', 'The address does not take this method; see /api/v1/openapi.json.'],
    413: ['limit-exceeded', 'The body is too large; split it.'],
    414: ['limit-exceeded', 'The address is too long.'],
    415: ['media-type', 'Send content-type: application/json.'],
    503: ['not-ready', 'The views cannot go on at the moment; see the log of the server.'],
  };
  const [code, detail] = known[status] ?? ['request-refused', 'The request cannot be carried out.'];
  return { status, code, detail };
}
