import { LimitExceeded } from '@pm/eventing';
import { type Agenda, AGENDA_LIMITS, type Work } from '@pm/jobs';
import { at, AT_NOON, letter, LETTERS } from '../support/letters.js';

export function putting(agenda: () => Agenda): void {
  const dueIds = async (kinds = LETTERS, now = AT_NOON, limit = 10) =>
    (await agenda().due(kinds, now, limit)).map(({ id }) => id);

  it('keeps work as it was put', async () => {
    const put: Work = { ...letter('a'), payload: { to: 'ada', $set: { 'a.b': [1, null, '€\u0000'] } } };
    await agenda().put(put);
    expect(await agenda().due(LETTERS, AT_NOON, 10)).toEqual([put]);
    expect(await agenda().find('a')).toEqual({ ...put, state: 'waiting', attempts: 0 });
  });

  it('keeps the first of one id, whenever it is put again', async () => {
    await agenda().put(letter('a'), { ...letter('a'), dueAt: at('10:00') });
    await agenda().put({ ...letter('a'), payload: { to: 'grace' } }, letter('b'));
    expect(await agenda().due(LETTERS, AT_NOON, 10)).toEqual([letter('a'), letter('b')]);
  });

  it('does nothing for work that was done before', async () => {
    await agenda().put(letter('a'));
    const claim = await agenda().claim('a', AT_NOON, at('12:01'));
    await agenda().finish(claim!, { state: 'done' });
    await agenda().put(letter('a'));
    expect(await dueIds(LETTERS, at('23:00'))).toEqual([]);
    expect((await agenda().find('a'))!.state).toBe('done');
  });

  it('puts work once, however many put it at the same moment', async () => {
    await Promise.all(Array.from({ length: 10 }, () => agenda().put(letter('a'), letter('b'))));
    expect(await dueIds()).toEqual(['a', 'b']);
  });

  it('puts nothing where there is nothing to put', async () => {
    await agenda().put();
    expect(await agenda().nextDueAt(LETTERS)).toBe(undefined);
  });

  it('is not due before its time, and due from then on, the longest due first', async () => {
    await agenda().put(
      letter('c', '12:00'),
      letter('b', '11:00'),
      letter('a', '11:00'),
      letter('d', '12:01'),
    );
    expect(await dueIds()).toEqual(['a', 'b', 'c']);
    expect(await dueIds(LETTERS, AT_NOON, 2)).toEqual(['a', 'b']);
    expect(await dueIds(LETTERS, at('10:59'))).toEqual([]);
  });

  it('shows work of the kinds asked for only', async () => {
    await agenda().put({ ...letter('x'), kind: 'unknown-kind', dueAt: at('01:00') }, letter('a'));
    expect(await dueIds()).toEqual(['a']);
    expect(await dueIds(['unknown-kind', ...LETTERS])).toEqual(['x', 'a']);
    expect(await dueIds([])).toEqual([]);
    expect(await agenda().nextDueAt(LETTERS)).toBe(letter('a').dueAt);
    expect(await agenda().nextDueAt([])).toBe(undefined);
  });

  it('knows nothing of what was never put', async () => {
    expect(await agenda().find('a')).toBe(undefined);
    expect(await agenda().claim('a', AT_NOON, at('12:01'))).toBe(undefined);
  });

  it('refuses what cannot be kept, and keeps nothing of what was put with it', async () => {
    const large = { text: 'x'.repeat(AGENDA_LIMITS.payloadBytes) };
    await expect(agenda().put(letter('a'), { ...letter('b'), payload: large })).rejects.toThrow(
      LimitExceeded,
    );
    await expect(agenda().put(letter('a'), { ...letter('b'), kind: 'No Kind' })).rejects.toThrow(TypeError);
    await expect(agenda().put(letter('a'), letter(''))).rejects.toThrow(TypeError);
    await expect(agenda().due(LETTERS, AT_NOON, AGENDA_LIMITS.pageWork + 1)).rejects.toThrow(LimitExceeded);
    expect(await dueIds()).toEqual([]);
  });
}
