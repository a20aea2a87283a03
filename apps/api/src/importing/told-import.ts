import { setTimeout as delay } from 'node:timers/promises';
import type { ImportReport } from '@pm/intake';
import { problemBody, problemFor } from '../http/problem.filter.js';

const EVERY_MS = 200;

type Run = (onProgress: (done: number, of: number) => void) => Promise<ImportReport>;

/**
 * A line of JSON for how far an import has come, now and then; then one for each row that was rejected and each note; and
 * last the rest of its report, or the problem that ended it. It goes on to its end, whether anybody reads this or not.
 */
export async function* toldImport(run: Run): AsyncGenerator<string> {
  let progress = { done: 0, of: 0 };
  const running = run((done, of) => (progress = { done, of }));
  const ended = running.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, delay(EVERY_MS, false)]))) yield line({ progress });
  try {
    const { rejected, notes, ...report } = await running;
    for (const item of rejected) yield line({ rejected: item });
    for (const note of notes) yield line({ note });
    yield line({ report });
  } catch (error) {
    yield line({ problem: problemBody(problemFor(error)) });
  }
}

const line = (what: object): string => `${JSON.stringify(what)}\n`;
