import { readConfig } from '@pm/config';
import { OFFICE_HOURS } from '@pm/notifications';
import { SmtpMail } from '@pm/notifications/nodemailer';
import { notificationSettings } from './notification-settings.js';

const settings = (env: Record<string, string>) => notificationSettings(readConfig(env));

describe('Whom the configuration reminds when', () => {
  it('is everybody in office hours, in the inbox alone, where it says nothing', async () =>
    expect(await settings({})).toEqual({ workingTime: OFFICE_HOURS, mail: undefined }));

  it('is by its own week, holidays and hour', async () => {
    const { workingTime } = await settings({
      THROUGHLINE_WORKING_DAYS: 'sun,mon',
      THROUGHLINE_HOLIDAYS: '2026-12-24,2026-12-25',
      THROUGHLINE_REMIND_AT: '07:30',
    });
    expect(workingTime).toEqual({
      weekdays: ['sun', 'mon'],
      holidays: ['2026-12-24', '2026-12-25'],
      remindAt: '07:30',
    });
  });

  it('is by mail, too, where there is a server and a sender', async () => {
    const env = { THROUGHLINE_SMTP_URL: 'smtp://127.0.0.1:25', THROUGHLINE_MAIL_FROM: 'goals@example.org' };
    expect((await settings(env)).mail).toBeInstanceOf(SmtpMail);
  });
});
