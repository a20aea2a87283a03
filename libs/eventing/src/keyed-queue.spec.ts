import { setImmediate as turn } from 'node:timers/promises';
import { KeyedQueue } from './keyed-queue.js';

describe('Tasks', () => {
  /** Runs a task that notes when it begins and ends. */
  const journal = (queue: KeyedQueue, lines: string[]) => (key: string, name: string) =>
    queue.run(key, async () => {
      lines.push(`${name} begins`);
      await turn();
      lines.push(`${name} ends`);
      return name;
    });

  it('of one key run one after the other, in order', async () => {
    const lines: string[] = [];
    const run = journal(new KeyedQueue(), lines);
    expect(await Promise.all([run('k', '1'), run('k', '2'), run('k', '3')])).toEqual(['1', '2', '3']);
    expect(lines).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('of different keys run side by side', async () => {
    const lines: string[] = [];
    const run = journal(new KeyedQueue(), lines);
    await Promise.all([run('a', '1'), run('b', '2')]);
    expect(lines).toEqual(['1 begins', '2 begins', '1 ends', '2 ends']);
  });

  it('fail alone: the next of the key runs', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('k', async () => {
      throw new Error('no');
    });
    const next = queue.run('k', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('that fail before they begin to wait fail alone too', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('k', () => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    expect(await queue.run('k', async () => 'yes')).toBe('yes');
  });

  it('leave nothing behind', async () => {
    const queue = new KeyedQueue();
    await Promise.all(['a', 'a', 'b'].map((key) => queue.run(key, async () => key)));
    expect(queue['tails'].size).toBe(0);
  });
});
