import { setTimeout as delay } from 'node:timers/promises';
import { NoAnswer } from './failures.js';
import { Patience } from './patience.js';

const never = new Promise<never>(() => {});

describe('Patience with a server', () => {
  it('waits for an answer, and hands on what the server refuses', async () => {
    const patience = new Patience(1000, 5000);
    expect(await patience.await(delay(5, 'answer'))).toBe('answer');
    await expect(patience.await(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  it('ends when the server says nothing to anybody', async () =>
    expect(new Patience(20, 5000).await(never)).rejects.toThrow(NoAnswer));

  it('lasts while the server answers others', async () => {
    const patience = new Patience(200, 5000);
    const slow = patience.await(delay(500, 'late'));
    for (let others = 0; others < 6; others++) await patience.await(delay(80));
    expect(await slow).toBe('late');
  });

  it('ends at last, for an answer can get lost', async () => {
    const patience = new Patience(100, 300);
    let lost = false;
    const failing = patience.await(never).catch((error: unknown) => {
      lost = true;
      return error;
    });
    while (!lost) await patience.await(delay(20));
    expect(await failing).toBeInstanceOf(NoAnswer);
  });
});
