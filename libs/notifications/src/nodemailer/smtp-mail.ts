import { createTransport } from 'nodemailer';
import { type Letter, Mail } from '../mail.js';

/** A server that is silent for so long has taken nothing. */
const PATIENCE_MS = 10_000;

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

  async send({ id, to, subject, text }: Letter): Promise<void> {
    const messageId = `<${id}@${this.domain}>`;
    // RFC 3834: no out-of-office message comes back.
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await this.transport.sendMail({ from: this.from, to, subject, text, messageId, headers });
  }
}
