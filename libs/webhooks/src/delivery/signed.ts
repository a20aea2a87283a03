import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/**
 * The headers by which a receiver knows who sent a message, when, and whether it was sent before.
 *
 * @param secret `whsec_` and base64
 * @param timestampS seconds since 1970
 * @see https://www.standardwebhooks.com, "Signature scheme"
 */
export function signed(
  body: string,
  { id, secret, timestampS }: { readonly id: string; readonly secret: string; readonly timestampS: number },
): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': `v1,${signature}`,
  };
}
