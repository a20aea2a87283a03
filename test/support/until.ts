import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 5;

/** Waits for something to happen, as long as that may take on a busy machine. */
export async function until(happened: () => boolean | Promise<boolean>, limitMs = 4000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await happened())) {
    if (performance.now() > deadline) throw new Error('it never happened');
    await delay(LOOK_EVERY_MS);
  }
}
