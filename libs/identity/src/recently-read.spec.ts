import { StoreUnavailable } from '@pm/eventing';
import { FRESH_MS, RecentlyRead } from './recently-read.js';

/** A log that counts how often it is read, and a clock that is moved by hand. */
function reading() {
  const log = { value: 'first', reads: 0, nowMs: 1_000_000, error: undefined as Error | undefined };
  const read = async (id: string) => {
    log.reads += 1;
    if (log.error) throw log.error;
    return `${id} ${log.value}`;
  };
  return { log, recent: new RecentlyRead(read, () => log.nowMs) };
}

describe('What was recently read', () => {
  it('is read once for all who ask at the same time and soon after', async () => {
    const { log, recent } = reading();
    await Promise.all([recent.get('a'), recent.get('a')]);
    log.nowMs += FRESH_MS - 1;
    expect(await recent.get('a')).toBe('a first');
    expect(log.reads).toBe(1);
    expect(await recent.get('b')).toBe('b first');
  });

  it('is read again after some seconds, and where the clock stepped back', async () => {
    const { log, recent } = reading();
    await recent.get('a');
    log.value = 'second';
    log.nowMs += FRESH_MS;
    expect(await recent.get('a')).toBe('a second');
    log.value = 'third';
    log.nowMs -= 10 * FRESH_MS;
    expect(await recent.get('a')).toBe('a third');
  });

  it('goes on while the log is away, and follows it again once it is back', async () => {
    const { log, recent } = reading();
    await recent.get('a');
    log.error = new StoreUnavailable('it is away');
    log.nowMs += FRESH_MS;
    expect(await recent.get('a')).toBe('a first');
    Object.assign(log, { error: undefined, value: 'second' });
    log.nowMs += FRESH_MS;
    expect(await recent.get('a')).toBe('a second');
  });

  it('is nothing that another error could be hidden by, and nothing where nothing was ever read', async () => {
    const { log, recent } = reading();
    log.error = new StoreUnavailable('it is away');
    await expect(recent.get('a')).rejects.toThrow(StoreUnavailable);
    log.error = undefined;
    await recent.get('a');
    log.error = new Error('of another kind');
    log.nowMs += FRESH_MS;
    await expect(recent.get('a')).rejects.toThrow('of another kind');
  });
});
