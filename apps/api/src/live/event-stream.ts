import type { Change } from '@pm/projections';

/** How soon a client that lost its stream comes back. */
const RETRY_MS = 2000;

/**
 * Server-sent events. A client comes back with the last id that it was sent, so an id stands for all up to its position:
 * where one event changed several documents, only the last of them carries it. An id without data is known to the client
 * and raises no event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const eventStream = {
  opening: (from: string | undefined): string => `retry: ${RETRY_MS}\n${idOf(from)}\n`,

  heartbeat: (upTo: string | undefined): string => `: nothing new\n${idOf(upTo)}\n`,

  /** @param upTo up to where these are all that is wanted */
  changes: (changes: readonly Change[], upTo: string | undefined): string => {
    const lines = changes.map((change, index) => {
      const isLast = change.position !== changes[index + 1]?.position;
      return `event: change\n${isLast ? idOf(change.position) : ''}data: ${JSON.stringify(change)}\n\n`;
    });
    return `${lines.join('')}${idOf(upTo)}\n`;
  },
};

const idOf = (position: string | undefined): string => (position === undefined ? '' : `id: ${position}\n`);
