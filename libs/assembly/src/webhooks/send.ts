const ANSWER_MS_MAX = 10_000;

/** The receiver did not take it. */
export class NotTaken extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'NotTaken';
  }
}

/**
 * Sends a body to a receiver, who takes it by any 2xx. A redirection is not followed and counts as refused: what is
 * told goes nowhere that nobody subscribed. Whatever else the receiver says is not read.
 *
 * @throws NotTaken; the signal's reason
 */
export async function send(
  url: string,
  body: string,
  { headers, signal }: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted();
  const patience = AbortSignal.timeout(ANSWER_MS_MAX);
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, patience]),
    });
  } catch (cause) {
    signal.throwIfAborted();
    if (patience.aborted) throw new NotTaken(`no answer within ${ANSWER_MS_MAX} ms`, { cause });
    throw new NotTaken(`cannot be reached: ${reasonOf(cause as Error)}`, { cause });
  }
  await answer.body?.cancel();
  if (!answer.ok) throw new NotTaken(`answered ${answer.status}`);
}

const reasonOf = ({ cause, message }: Error): string =>
  (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
