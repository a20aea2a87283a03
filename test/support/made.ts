import type { Answer } from './server.js';

/** The id of what was made. */
export async function made(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  expect({ status, problem: body.detail }).toEqual({ status: 201, problem: undefined });
  return body.id as string;
}
