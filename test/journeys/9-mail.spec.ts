import type { Letter } from '@pm/notifications';
import { MemoryMail } from '@pm/notifications/memory';
import { at, type Office, openOffice, proposed, toldTo } from '../support/office.js';
import { until } from '../support/until.js';

/** Mail of a process that dies after a server took a letter and before it could say so, so many times. */
class InterruptedMail extends MemoryMail {
  interruptions = 0;

  override async send(letter: Letter): Promise<void> {
    await super.send(letter);
    if (this.interruptions-- > 0) throw new Error('interrupted');
  }
}

describe('Mails about what somebody is told of', () => {
  let office: Office;
  let mail: InterruptedMail;
  beforeEach(async () => {
    mail = new InterruptedMail();
    office = await openOffice({ mail });
    await address({ address: 'grace@example.org' });
  });
  afterEach(() => office.stop());

  const address = (input: object) => office.admin.put(`/people/${office.graceId}/mail-address`, input);
  const propose = () => proposed(office.ada, office.adaId, { title: 'A secret pool' });

  it('say what the inbox says, under the id of the notification', async () => {
    const goalId = await propose();
    await until(() => mail.delivered.length > 0);
    const [told] = await toldTo(office.grace, 1);
    expect(mail.delivered).toEqual([
      {
        id: told!.notificationId,
        to: 'grace@example.org',
        subject: told!.text,
        text: `${told!.text}\n\nGoal: ${goalId}\n`,
      },
    ]);
  });

  it('are sent again where nobody knows whether they were, as the same one', async () => {
    mail.interruptions = 1;
    await propose();
    await until(() => mail.delivered.length === 1);
    office.clock.set(at('2026-01-13T10:16+01:00'));
    await until(() => mail.delivered.length === 2);
    expect(mail.delivered[1]).toEqual(mail.delivered[0]);
  });

  it('wait for a working day, whenever the inbox was told', async () => {
    office.clock.set(at('2026-01-17T20:00+01:00'));
    await propose();
    const [told] = await toldTo(office.grace, 1);
    const { stores } = office.server();
    const work = `mail-notification:${told!.notificationId}`;
    await until(async () => (await stores.agenda.find(work)) !== undefined);
    expect((await stores.agenda.find(work))!.dueAt).toBe(at('2026-01-19T09:00+01:00'));
    await office.restart('2026-01-19T09:00+01:00');
    await until(() => mail.delivered.length === 1);
  });

  it('are not sent of what was read in the inbox while they waited', async () => {
    office.clock.set(at('2026-01-17T20:00+01:00'));
    await propose();
    const [told] = await toldTo(office.grace, 1);
    await office.grace.post(`/notifications/${told!.notificationId}/read`);
    await office.restart('2026-01-19T09:00+01:00');
    const { agenda } = office.server().stores;
    const work = `mail-notification:${told!.notificationId}`;
    await until(async () => (await agenda.find(work))?.state === 'done');
    expect(mail.delivered).toEqual([]);
  });

  it('go nowhere once somebody has no address, which the log never holds in clear', async () => {
    await address({});
    await propose();
    const [told] = await toldTo(office.grace, 1);
    const { agenda, events } = office.server().stores;
    const work = `mail-notification:${told!.notificationId}`;
    await until(async () => (await agenda.find(work))?.state === 'done');
    expect(mail.delivered).toEqual([]);
    expect(JSON.stringify(await events.readStream(`inbox-${office.graceId}`))).not.toMatch(/@example/);
  });

  it('go to addresses that are some, of people who are there', async () => {
    const nobody = `/people/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/mail-address`;
    expect((await address({ address: 'grace' })).body.type).toBe('/problems/invalid-input');
    expect((await office.admin.put(nobody, { address: 'a@example.org' })).body.type).toBe(
      '/problems/person-unknown',
    );
    expect((await office.ada.put(nobody, {})).body.type).toBe('/problems/forbidden');
    expect((await address({ address: 'grace@example.org' })).body.recorded).toBe(0);
  });
});
