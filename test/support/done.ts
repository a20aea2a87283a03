import type { Answer } from './server.js';

/** What was answered once it was done. */
export async function done(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  expect({ isDone: status < 300, problem: body.detail }).toEqual({ isDone: true, problem: undefined });
  return body;
}
