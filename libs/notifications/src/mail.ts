/** One mail to one person, in plain text. */
export interface Letter {
  /** The same however often it is sent. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails. */
export abstract class Mail {
  /**
   * Resolves once a server has taken it. Sent again it goes out again, with the same `Message-ID`, so that the other side
   * can drop it.
   *
   * @throws Error where no server took it
   */
  abstract send(letter: Letter): Promise<void>;
}
