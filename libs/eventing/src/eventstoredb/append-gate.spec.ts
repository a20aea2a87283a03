import { appendGate } from './append-gate.js';

/** Something that takes until it is told to end. */
function task() {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  return { run: () => finished, finish };
}
const turn = () => new Promise(setImmediate);

describe('Appends and the ends of clients', () => {
  it('never overlap: an end waits for appends, and later appends wait for it', async () => {
    const told: string[] = [];
    const [first, end] = [task(), task()];
    const tell = (what: string) => () => void told.push(what);
    const appending = appendGate.append(() => first.run().then(tell('first append')));
    const ending = appendGate.end(() => end.run().then(tell('end')));
    const later = appendGate.append(async () => told.push('later append'));
    await turn();
    expect(told).toEqual([]);
    first.finish();
    await turn();
    expect(told).toEqual(['first append']);
    end.finish();
    await Promise.all([appending, ending, later]);
    expect(told).toEqual(['first append', 'end', 'later append']);
  });

  it('lets appends run side by side', async () => {
    const [one, other] = [task(), task()];
    const both = Promise.all([appendGate.append(one.run), appendGate.append(other.run)]);
    other.finish();
    one.finish();
    await both;
  });

  it('go on after a failure of either', async () => {
    const failure = new Error('lost');
    const failing = () => Promise.reject(failure);
    await expect(appendGate.append(failing)).rejects.toBe(failure);
    const ending = appendGate.end(failing);
    const later = appendGate.append(async () => 'appended');
    await expect(ending).rejects.toBe(failure);
    await expect(later).resolves.toBe('appended');
  });
});
