/**
 * How far into the log someone has come who acts on what happened, under a name of their own. Unlike a view's checkpoint
 * it cannot be worked out again: whoever is rebuilt acts on nothing twice.
 */
export abstract class Bookmarks {
  /** @returns undefined where there is none under this name */
  abstract at(name: string): Promise<string | undefined>;

  /** Durable once resolved; does nothing where the bookmark is as far already. Positions of one log only. */
  abstract advance(name: string, to: string): Promise<void>;
}
