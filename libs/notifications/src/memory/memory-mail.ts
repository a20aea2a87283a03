import { type Letter, Mail } from '../mail.js';

/** Delivers to this process. */
export class MemoryMail extends Mail {
  readonly delivered: Letter[] = [];

  async send(letter: Letter): Promise<void> {
    this.delivered.push(letter);
  }
}
