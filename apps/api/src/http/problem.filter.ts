import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isScim, scimError } from '../scim/scim-error.js';
import { SCIM_TYPE } from '../scim/schemas.js';
import { type Problem, problemOf } from './problems.js';

const logger = new Logger('Problem');

/** Answers every failed request with application/problem+json, and whoever speaks SCIM in their own form. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), problemFor(error));
  }
}

/** What to tell a client. What is our bug goes to the log, its id to the client. */
export function problemFor(error: unknown): Problem {
  const problem = problemOf(error);
  if (problem) return problem;
  const id = randomUUID();
  logger.error(`${id} ${inspect(error)}`);
  const detail = 'Something went wrong on our side; tell the operator this id.';
  return { status: 500, code: 'internal', detail, extensions: { id } };
}

/** A problem as RFC 9457 writes it. */
export const problemBody = ({ status, code, detail, extensions }: Problem): object => ({
  ...extensions,
  type: `/problems/${code}`,
  title: code,
  status,
  detail,
});

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const { type, status, body } = isScim(reply.request.url)
    ? { type: SCIM_TYPE, ...scimError(problem) }
    : { type: 'application/problem+json', status: problem.status, body: problemBody(problem) };
  void reply
    .status(status)
    .headers({ ...problem.headers, 'content-type': `${type}; charset=utf-8` })
    .send(JSON.stringify(body));
}
