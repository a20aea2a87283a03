import type { ActorId } from '@pm/kernel';
import { views } from '@pm/assembly';
import { followable, FOLLOWING } from './followable-views.js';

const asker = { actor: 'ada' as ActorId, expiresAt: 0 };

describe('Views to follow', () => {
  it('are declared, every one, with what one must be allowed to read', () => {
    expect(Object.keys(FOLLOWING).sort()).toEqual(views.map(({ name }) => name).sort());
  });

  it('are those that one may read', () => {
    const named = ['goal-tree', 'api-keys', 'kpi-trend'];
    expect(followable(named, { ...asker, roles: ['employee'] })).toEqual(['goal-tree', 'kpi-trend']);
    expect(followable(named, { ...asker, roles: ['machine'], scopes: ['kpi.read'] })).toEqual(['kpi-trend']);
  });

  it('are none that nobody declared', () => {
    expect(followable(['secrets'], { ...asker, roles: ['people-admin'] })).toEqual([]);
  });
});
