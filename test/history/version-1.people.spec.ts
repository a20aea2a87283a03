import { QueryBus } from '@nestjs/cqrs';
import { type LoggedEvent, opened } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import { inboxView } from '@pm/notifications/views';
import { ReadPerson } from '@pm/organisation';
import { presentUnit, unitTree } from '@pm/organisation/views';
import { ReadView } from '@pm/projections/queries';
import { history } from './stored-history.js';
import { adaId, alanId, eventsOf, FILES, graceId, NOW, parks } from './version-1.js';

const { stores, app } = history(FILES, NOW);

describe('Streams of the first version about people', () => {
  it('show in today’s views the people of then, as of a moment', async () => {
    const queries = app().get(QueryBus);
    const read = async (id: PersonId) =>
      opened(stores().keys, await queries.execute(new ReadPerson(id, { asOf: NOW })));
    expect(await read(adaId)).toMatchObject({
      name: 'Ada',
      number: '1815',
      standing: 'present',
      unitId: parks,
      managerId: null,
      managers: [{ managerId: graceId }, { managerId: null }],
    });
    expect(await read(graceId)).toMatchObject({ name: 'Grace', standing: 'left' });
    expect(await read(alanId)).toMatchObject({ name: null, standing: 'left', erasedAt: NOW });
    const unit = await queries.execute(new ReadView(unitTree, parks));
    expect(presentUnit(unit!.own!, NOW)).toMatchObject({ headId: adaId });
    const [moved] = eventsOf('PersonMoved');
    expect(await opened(stores().keys, moved!.metadata.reason)).toBe('She asked for it.');
  });

  it('show what somebody was told, and seal where their mails went', async () => {
    const ids = eventsOf('NotificationRaised').map(
      ({ data }) => (data as { notificationId: string }).notificationId,
    );
    const shown = async (id: string) => (await app().get(QueryBus).execute(new ReadView(inboxView, id)))?.own;
    expect(await shown(ids[0]!)).toMatchObject({ kind: 'goal-ending', day: '2026-12-31', state: 'read' });
    expect(await shown(ids[1]!)).toBe(undefined);
    const [recorded] = eventsOf('MailAddressRecorded') as [LoggedEvent];
    expect(await opened(stores().keys, recorded.data)).toMatchObject({ address: 'ada@example.org' });
  });
});
