import type { Config } from '@pm/config';
import type { LocalDate } from '@pm/kernel';
import { type Mail, OFFICE_HOURS, type Weekday, type WorkingTime } from '@pm/notifications';

/** When people are reminded, and whether by mail, too. */
export interface NotificationSettings {
  readonly workingTime: WorkingTime;
  /** The inbox alone where absent. */
  readonly mail?: Mail;
}

export const DEFAULT_NOTIFICATIONS: NotificationSettings = { workingTime: OFFICE_HOURS };

/** The driver of a mail server is loaded only where one is named. */
export async function notificationSettings(config: Config): Promise<NotificationSettings> {
  const { THROUGHLINE_SMTP_URL: url, THROUGHLINE_MAIL_FROM: from } = config;
  return {
    workingTime: {
      weekdays: config.THROUGHLINE_WORKING_DAYS.split(',') as Weekday[],
      holidays: (config.THROUGHLINE_HOLIDAYS?.split(',') ?? []) as LocalDate[],
      remindAt: config.THROUGHLINE_REMIND_AT,
    },
    mail: url && from ? await smtpMail(url, from) : undefined,
  };
}

async function smtpMail(url: string, from: string): Promise<Mail> {
  const { SmtpMail } = await import('./by-smtp.js');
  return new SmtpMail(url, from);
}
