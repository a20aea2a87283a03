import { getSystemErrorName } from 'node:util';
import { createTransport } from 'nodemailer';
import { type Letter, Mail } from '../mail.js';

/** A server that is silent for so long has taken nothing. */
const PATIENCE_MS = 10_000;

/** No server took a mail: why, by codes alone. What a server answers may repeat the address, and this is logged and kept. */
export class MailNotTaken extends Error {
  constructor({ code, responseCode, errno }: Partial<Record<string, unknown>>) {
    const system = typeof errno === 'number' && errno < 0 ? getSystemErrorName(errno) : undefined;
    super([code, responseCode, system].filter(Boolean).join(' ') || 'the mail was not taken');
    this.name = 'MailNotTaken';
  }
}

/** By a mail server; a connection for each mail. */
export class SmtpMail extends Mail {
  private readonly transport;
  private readonly domain: string;

  /**
   * @param url `smtp://` or `smtps://`, maybe with user and password
   * @param from an address, whose domain also names the messages
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.domain = from.slice(from.lastIndexOf('@') + 1);
    const patience = {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    };
    this.transport = createTransport({ url, ...patience });
  }

  /** @throws MailNotTaken */
  async send({ id, to, subject, text }: Letter): Promise<void> {
    const messageId = `<${id}@${this.domain}>`;
    // RFC 3834: no out-of-office message comes back.
    const headers = { 'Auto-Submitted': 'auto-generated' };
    try {
      await this.transport.sendMail({ from: this.from, to, subject, text, messageId, headers });
    } catch (error) {
      throw new MailNotTaken(error as object);
    }
  }
}
