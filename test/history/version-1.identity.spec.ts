import { QueryBus } from '@nestjs/cqrs';
import { Answers, opened } from '@pm/eventing';
import { apiKeys, GRANTED_ROLES_ID, grantedRoles } from '@pm/identity';
import { apiKeysView } from '@pm/identity/views';
import type { Instant } from '@pm/kernel';
import { ReadView } from '@pm/projections/queries';
import { history, storedEvents } from './stored-history.js';

const FILES = ['version-1.machines', 'version-1.roles'];
const events = storedEvents(FILES);

const { stores, app } = history(FILES, '2026-03-05T09:30:00.000Z' as Instant);

describe('Streams of the first version about who may act', () => {
  it('show which machine could, what and until when, and why it can no more', async () => {
    const [issued, revoked] = events;
    const { keyId, hash } = issued!.data as { keyId: string; hash: string };
    const shown = await app().get(QueryBus).execute(new ReadView(apiKeysView, keyId));
    const allowed = {
      scopes: ['kpi.measure'],
      limits: {
        unitIds: ['88d92824-5b31-56db-9992-e4d0996da1f3'],
        kpiIds: ['ee3ce62e-bddd-5b29-b450-a3a627ffd7ee'],
      },
      expiresAt: '2026-06-02T09:30:00.000Z',
    };
    expect(shown?.own).toMatchObject({ name: 'Counters at the pools', ...allowed, revokedBy: 'nora' });
    const key = await app().get(Answers).asking().read(apiKeys, keyId);
    expect(key).toEqual({ issued: { hash, ...allowed }, revoked: true });
    expect(await opened(stores().keys, revoked!.metadata.reason)).toBe('It was found in a mail.');
  });

  it('show who was granted which roles, and open why', async () => {
    const granted = await app().get(Answers).asking().read(grantedRoles, GRANTED_ROLES_ID);
    expect([...granted]).toEqual([['otto', ['people-admin']]]);
    expect(await opened(stores().keys, events.at(-1)!.metadata.reason)).toBe('The week is over.');
  });
});
