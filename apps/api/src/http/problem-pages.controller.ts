import { Controller, Get, Header, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Endpoint } from './endpoint.decorator.js';
import { ProblemPageAnswer, ProblemPagesAnswer } from './problem-page.answer.js';
import { listPage, PROBLEM_PAGES, problemPage } from './problem-pages.js';

/** What `type` of a problem leads to: a page for people, or the same as JSON. */
@Controller('problems')
export class ProblemPagesController {
  @Get()
  @Header('vary', 'accept')
  @Endpoint('Every problem that a request can meet', { permission: 'public' })
  list(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ProblemPagesAnswer {
    const problems = Object.entries(PROBLEM_PAGES).map(([code, page]) => ({ code, ...page }));
    return asked(accept, reply, { problems }, listPage);
  }

  @Get(':code')
  @Header('vary', 'accept')
  @Endpoint('What a problem means, where it comes from and what to do', { permission: 'public' })
  page(
    @Param('code') code: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ProblemPageAnswer {
    if (!Object.hasOwn(PROBLEM_PAGES, code)) throw new NotFoundException();
    return asked(accept, reply, { code, ...PROBLEM_PAGES[code]! }, problemPage);
  }
}

/** An answer as it is, or, for a browser, as a page: Fastify sends text as it is. */
function asked<T>(
  accept: string | undefined,
  reply: FastifyReply,
  answer: T,
  html: (answer: T) => string,
): T {
  if (!accept?.includes('text/html')) return answer;
  void reply.type('text/html; charset=utf-8');
  return html(answer) as T;
}
