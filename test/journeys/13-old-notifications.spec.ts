import type { RetentionRules } from '@pm/assembly';
import { LIMITS } from '@pm/eventing';
import { at, inboxOf, type Office, openOffice, proposed, toldTo } from '../support/office.js';
import { until } from '../support/until.js';

const retention: RetentionRules = {
  version: 1,
  rules: [{ name: 'old news', records: 'notifications', keepMonths: 3 }],
};

describe('Notifications under a retention rule', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ retention });
    await startedAt('2026-01-13T10:20+01:00');
    await proposed(office.ada, office.adaId);
    await toldTo(office.grace, 1);
  });
  afterEach(() => office.stop());

  /** Nights are the calendar's, which a server asks for when it starts. */
  async function startedAt(moment: string): Promise<void> {
    await office.restart(moment);
    const { agenda } = office.server().stores;
    await until(async () =>
      (await agenda.schedules()).some(
        ({ id, timing }) =>
          id === 'nightly retention' && 'at' in timing && timing.timeZone === 'Europe/Stockholm',
      ),
    );
  }
  async function nightOf(day: string): Promise<void> {
    const moment = `${day}T03:30+02:00`;
    await startedAt(moment);
    const { agenda } = office.server().stores;
    await until(async () => (await agenda.find(`nightly retention@${at(moment)}`))?.state === 'done');
  }
  const forgotten = async () => {
    const types = ['throughline.notifications.NotificationForgotten'];
    return (await office.server().stores.events.readAll({ types, limit: LIMITS.pageEvents })).events;
  };
  const inbox = async () => inboxOf(office.grace, `?after=${await office.head()}`);

  it('leave the inbox once they were kept long enough, and do not come again', async () => {
    await nightOf('2026-04-13');
    expect(await forgotten()).toEqual([]);
    expect(await inbox()).toHaveLength(1);
    await nightOf('2026-04-14');
    expect(await forgotten()).toMatchObject([
      { stream: `inbox-${office.graceId}`, metadata: { actor: 'retention' } },
    ]);
    expect(await inbox()).toEqual([]);
    await startedAt('2026-04-14T09:00+02:00');
    const reminders = `daily reminders@${at('2026-04-14T09:00+02:00')}`;
    const { agenda } = office.server().stores;
    await until(async () => (await agenda.find(reminders))?.state === 'done');
    expect(await inbox()).toEqual([]);
  });

  it('stay while whoever was told is held', async () => {
    const reason = 'Before the court.';
    await office.admin.put(`/people/${office.graceId}/hold`, { reason });
    await nightOf('2026-04-14');
    expect(await inbox()).toHaveLength(1);
    await office.admin.post(`/people/${office.graceId}/hold-release`, { reason });
    await nightOf('2026-04-15');
    expect(await inbox()).toEqual([]);
  });
});
