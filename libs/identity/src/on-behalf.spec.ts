import type { Identity, Permission } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { type ActorId, type Instant, type PersonId, Rejection } from '@pm/kernel';
import { asDeputy } from './on-behalf.js';

const bob: Identity = { actor: 'bob' as ActorId, roles: ['manager'], expiresAt: 0 };
const now = '2026-07-10T09:30:00.000Z' as Instant;

/** An organisation in which Bob is deputy of Grace, as long as that is so. */
function asking() {
  const known = { isDeputy: true, asked: [] as object[] };
  const answers = {
    now: () => now,
    asking: () => ({
      ask: (_: object, args: { personId: string }) => {
        known.asked.push(args);
        return Promise.resolve(known.isDeputy && args.personId === 'grace');
      },
    }),
  } as unknown as Answers;
  const onBehalf = async (identity: Identity, person = 'grace', permission: Permission = 'goal.plan') => {
    try {
      return await asDeputy(identity, { personId: person as PersonId, permission }, answers);
    } catch (error) {
      return (error as Rejection).code;
    }
  };
  return { known, onBehalf };
}

describe('Somebody who asks for another one', () => {
  it('is both: themselves with their own roles, and deputy of the other', async () => {
    const { known, onBehalf } = asking();
    expect(await onBehalf(bob)).toEqual({ ...bob, onBehalfOf: 'grace' });
    expect(known.asked).toEqual([{ actor: 'bob', personId: 'grace', at: now }]);
  });

  it('is refused where they are no deputy of that one, from the next request on', async () => {
    const { known, onBehalf } = asking();
    expect(await onBehalf(bob, 'mary')).toBe('not-a-deputy');
    await onBehalf(bob);
    known.isDeputy = false;
    expect(await onBehalf(bob)).toBe('not-a-deputy');
  });

  it('is refused where they are a machine, whatever its key may do', async () =>
    expect(await asking().onBehalf({ ...bob, scopes: ['goal.plan'] })).toBe('not-a-deputy'));

  it('is refused what everyone does in their own name', async () => {
    const { onBehalf } = asking();
    for (const permission of ['deputy.appoint', 'people.erase', 'people.read', 'api-key.manage'] as const)
      expect(await onBehalf(bob, 'grace', permission)).toBe('not-on-behalf');
  });
});
