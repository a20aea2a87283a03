import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Problem, problemOf } from './problems.js';

/** Answers every failed request with application/problem+json. What is our bug goes to the log, its id to the client. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(reply, problemOf(error) ?? this.bug(error));
  }

  private bug(error: unknown): Problem {
    const id = randomUUID();
    this.logger.error(`${id} ${error instanceof Error ? error.stack : String(error)}`);
    const detail = 'Something went wrong on our side; tell the operator this id.';
    return { status: 500, code: 'internal', detail, extensions: { id } };
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const { status, code, detail, extensions, headers } = problem;
  void reply
    .status(status)
    .headers({ ...headers, 'content-type': 'application/problem+json; charset=utf-8' })
    .send(JSON.stringify({ ...extensions, type: `/problems/${code}`, title: code, status, detail }));
}
