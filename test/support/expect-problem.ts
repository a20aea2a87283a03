import type { Answer } from './server.js';

/** What every failed request is answered with: RFC 9457, and a type that says the same as the title. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body.title]).toEqual([status, code]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    type: `/problems/${code}`,
    status,
    detail: expect.stringMatching(/\w/),
  });
}
