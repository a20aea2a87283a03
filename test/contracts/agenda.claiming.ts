import { type Agenda, AGENDA_LIMITS, ClaimLost, type Ending } from '@pm/jobs';
import { at, AT_NOON, letter, LETTERS } from '../support/letters.js';

const DONE: Ending = { state: 'done' };
const FAILED: Ending = { state: 'waiting', reason: 'no stamps', retryAt: at('12:30') };
const PARKED: Ending = { state: 'parked', reason: 'no such street' };

export function claiming(agenda: () => Agenda): void {
  beforeEach(() => agenda().put(letter('a')));

  const claim = async (now = AT_NOON, until = at('12:01')) => (await agenda().claim('a', now, until))!;
  const state = async () => {
    const { state: is, attempts, reason } = (await agenda().find('a'))!;
    return [is, attempts, reason];
  };

  it('gives due work to one of all who ask', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => claim()));
    expect(all.filter(Boolean)).toEqual([{ work: letter('a'), token: 1, attempt: 1 }]);
    expect(await state()).toEqual(['claimed', 1, undefined]);
  });

  it('gives nothing before its time', async () => {
    expect(await claim(at('10:59'))).toBe(undefined);
  });

  it('hides claimed work until the claim runs out, and says when that is', async () => {
    await claim();
    expect(await agenda().due(LETTERS, AT_NOON, 10)).toEqual([]);
    expect(await agenda().nextDueAt(LETTERS)).toBe(at('12:01'));
    expect(await agenda().due(LETTERS, at('12:01'), 10)).toEqual([letter('a')]);
  });

  it('never gives work that is done again', async () => {
    await agenda().finish(await claim(), DONE);
    expect(await claim(at('23:00'))).toBe(undefined);
    expect(await agenda().nextDueAt(LETTERS)).toBe(undefined);
    expect(await state()).toEqual(['done', 1, undefined]);
  });

  it('forgets what done work was about', async () => {
    await agenda().finish(await claim(), DONE);
    expect((await agenda().find('a'))!.payload).toEqual({});
  });

  it('gives failed work again at its new time, with the reason kept', async () => {
    await agenda().finish(await claim(), FAILED);
    expect(await state()).toEqual(['waiting', 1, 'no stamps']);
    expect(await claim(at('12:29'))).toBe(undefined);
    expect(await claim(at('12:30'), at('12:31'))).toEqual({ work: letter('a'), token: 2, attempt: 2 });
  });

  it('no longer says why it failed once it is done', async () => {
    await agenda().finish(await claim(), FAILED);
    await agenda().finish(await claim(at('12:30'), at('12:31')), DONE);
    expect(await state()).toEqual(['done', 2, undefined]);
  });

  it('keeps parked work with its reason, and gives it to nobody', async () => {
    await agenda().finish(await claim(), PARKED);
    expect(await claim(at('23:00'))).toBe(undefined);
    expect(await agenda().nextDueAt(LETTERS)).toBe(undefined);
    expect(await agenda().parked(10)).toEqual([
      { ...letter('a'), state: 'parked', attempts: 1, reason: 'no such street' },
    ]);
  });

  it('lets parked work be tried again from the start, under a token that goes on', async () => {
    await agenda().finish(await claim(), PARKED);
    expect(await agenda().release('a', at('13:00'))).toBe(true);
    expect(await agenda().parked(10)).toEqual([]);
    expect(await claim(at('12:59'))).toBe(undefined);
    expect(await claim(at('13:00'), at('13:01'))).toMatchObject({ token: 2, attempt: 1 });
  });

  it('releases nothing that is not parked', async () => {
    expect(await agenda().release('a', AT_NOON)).toBe(false);
    expect(await agenda().release('b', AT_NOON)).toBe(false);
    await agenda().finish(await claim(), DONE);
    expect(await agenda().release('a', AT_NOON)).toBe(false);
  });

  it('cuts a reason that is too long', async () => {
    const reason = '🐝'.repeat(AGENDA_LIMITS.reasonChars);
    await agenda().finish(await claim(), { state: 'parked', reason: `x${reason}` });
    expect((await agenda().find('a'))!.reason).toHaveLength(AGENDA_LIMITS.reasonChars);
  });

  it('lets a holder keep its claim', async () => {
    const held = await claim();
    await agenda().renew(held, at('12:05'));
    expect(await claim(at('12:04'))).toBe(undefined);
    await agenda().finish(held, DONE);
  });

  it('takes the end of a claim that has run out and that nobody took over', async () => {
    const held = await claim();
    expect(await agenda().due(LETTERS, at('12:30'), 10)).toHaveLength(1);
    await agenda().finish(held, DONE);
    expect((await state())[0]).toBe('done');
  });

  it.each([DONE, FAILED, PARKED])('refuses %j by a holder who was replaced', async (ending) => {
    const late = await claim();
    const current = await claim(at('12:01'), at('12:02'));
    await expect(agenda().finish(late, ending)).rejects.toThrow(ClaimLost);
    await expect(agenda().renew(late, at('15:00'))).rejects.toThrow(ClaimLost);
    expect(await state()).toEqual(['claimed', 2, undefined]);
    expect(await agenda().nextDueAt(LETTERS)).toBe(at('12:02'));
    await agenda().finish(current, DONE);
    await expect(agenda().finish(late, ending)).rejects.toThrow(ClaimLost);
    expect(await state()).toEqual(['done', 2, undefined]);
  });

  it.each([DONE, FAILED, PARKED])('refuses anything after %j', async (ending) => {
    const held = await claim();
    await agenda().finish(held, ending);
    const before = await agenda().find('a');
    for (const again of [DONE, FAILED, PARKED]) {
      await expect(agenda().finish(held, again)).rejects.toThrow(ClaimLost);
    }
    await expect(agenda().renew(held, at('15:00'))).rejects.toThrow(ClaimLost);
    expect(await agenda().find('a')).toEqual(before);
  });

  it('ends one piece of work and no other', async () => {
    await agenda().put(letter('b'));
    await agenda().finish(await claim(), DONE);
    expect(await agenda().due(LETTERS, AT_NOON, 10)).toEqual([letter('b')]);
  });
}
