import type { FactScope } from '@pm/eventing/commands';
import { type ActorId, type Calendar, type Instant, type Question, Rejection } from '@pm/kernel';
import { goalOf, id, roads, under } from '../testing/goals.examples.js';
import type { GoalEvent, GoalLink } from './goal.events.js';
import { aboveLinks, effectiveFrom, standingTowards } from './goal-facts.js';
import { goals } from './goal.state.js';

const { drafted } = goalOf(roads);
const now = '2026-03-03T09:30:00.000Z' as Instant;

/** What facts draw on: a calendar in some zone, and goals with the parents named for each. */
const scope = (timeZone: string, tree: Readonly<Record<string, readonly GoalLink[]>> = {}): FactScope => ({
  now,
  by: {} as FactScope['by'],
  ask: <Args extends object, Answer>({ name }: Question<Args, Answer>) => {
    expect(name).toBe('calendar in force');
    return Promise.resolve({ timeZone, fiscalYears: [] } as Partial<Calendar> as Answer);
  },
  read: (_fold, stream) => {
    const parents = tree[stream];
    const past: GoalEvent[] = parents ? [drafted({ goalId: id(stream), parents })] : [];
    return Promise.resolve(past.reduce((state, event) => goals.evolve(state, event), goals.initial) as never);
  },
});

describe('A change', () => {
  const from = async (said: string | undefined, timeZone = 'America/New_York') => {
    const at = await effectiveFrom(said, scope(timeZone));
    return at instanceof Rejection ? at.code : at;
  };

  it('holds from now on unless said otherwise', async () => expect(await from(undefined)).toBe(now));

  it('holds from the beginning of a day on, where the organisation is', async () => {
    expect(await from('2026-03-03')).toBe('2026-03-03T05:00:00.000Z');
    expect(await from('2025-07-01')).toBe('2025-07-01T04:00:00.000Z');
    expect(await from('2026-03-03', 'Europe/Stockholm')).toBe('2026-03-02T23:00:00.000Z');
  });

  it('holds from a moment on', async () => {
    expect(await from('2026-03-03T10:00:00+01:00')).toBe('2026-03-03T09:00:00.000Z');
    expect(await from('2026-03-03T09:30:00Z')).toBe(now);
  });

  it('refuses what is still to come, to the day and to the millisecond', async () => {
    expect(await from('2026-03-04')).toBe('from-in-future');
    expect(await from('2026-03-03T09:30:00.001Z')).toBe('from-in-future');
  });

  it('takes today where the day has begun there, and refuses it where it has not', async () => {
    expect(await from('2026-03-03', 'Pacific/Kiritimati')).toBe('2026-03-02T10:00:00.000Z');
    expect(await from('2026-03-03', 'Pacific/Pago_Pago')).toBe('from-in-future');
  });

  it.each(['2026-02-29', '2026-03-03T09:30:00', 'yesterday', '03/03/2026', '0000-01-01'])(
    'refuses %s, which is neither a day nor a moment',
    async (said) => expect(await from(said, 'Europe/Stockholm')).toBe('from-when'),
  );
});

describe('Goals above a goal', () => {
  const above = (links: GoalLink[], tree: Readonly<Record<string, readonly GoalLink[]>>) =>
    aboveLinks(links, scope('UTC', tree));

  it('are those that it stands under, and all above them', async () => {
    const tree = { mending: [under('streets')], streets: [under('city')], city: [], parks: [under('city')] };
    expect(await above([under('mending')], tree)).toEqual({
      above: new Set(['mending', 'streets', 'city']),
      unknownParents: [],
    });
  });

  it('are found by each of several ways up, once', async () => {
    const tree = { streets: [under('city'), under('safety')], safety: [under('city')], city: [] };
    const found = await above([under('streets'), under('safety')], tree);
    expect([...found.above].sort()).toEqual(['city', 'safety', 'streets']);
  });

  it('are found where it is only aligned with them, too', async () => {
    const tree = { streets: [under('city', { contributes: false })], city: [] };
    expect((await above([under('streets', { contributes: false })], tree)).above).toContain('city');
  });

  it('are none without a place', async () =>
    expect(await above([], {})).toEqual({ above: new Set(), unknownParents: [] }));

  it('end, even where two moves at the same moment closed a cycle', async () => {
    const tree = { streets: [under('safety')], safety: [under('streets')] };
    expect((await above([under('streets')], tree)).above).toEqual(new Set(['streets', 'safety']));
  });

  it('tell which of the parents named do not exist', async () =>
    expect((await above([under('streets'), under('atlantis')], { streets: [] })).unknownParents).toEqual([
      'atlantis',
    ]));

  it('say nothing of one further up that a source names and nobody imported', async () => {
    const tree = { streets: [under('atlantis')] };
    expect((await above([under('streets')], tree)).unknownParents).toEqual([]);
  });
});

describe('Whoever asks about a goal', () => {
  const asked: object[] = [];
  const standingOf = (by: Partial<FactScope['by']>) =>
    standingTowards(roads, {
      ...scope('UTC'),
      by: { ...by, actor: 'bob' as ActorId } as FactScope['by'],
      ask: <Args extends object, Answer>(_: Question<Args, Answer>, args: Args) => {
        asked.push(args);
        return Promise.resolve('manager' as Answer);
      },
    });

  it('speaks by their roles, too, in their own name', async () =>
    expect(await standingOf({ roles: ['controller'] })).toMatchObject({ roles: ['controller'] }));

  it('speaks as deputy by how the other one stands, and by no role', async () => {
    const standing = await standingOf({ roles: ['controller'], onBehalfOf: 'grace' as ActorId });
    expect(standing).toMatchObject({ actor: 'bob', relationship: 'manager', roles: [] });
    expect(asked.at(-1)).toEqual({ actor: 'bob', onBehalfOf: 'grace', owner: roads, at: now });
  });
});
