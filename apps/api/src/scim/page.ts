import { ScimRefused } from './scim-refused.js';

const LIMIT = 100;
export const LIMIT_MAX = 200;

/** Which users of a list are wanted. */
export interface Page {
  readonly skipped: number;
  readonly limit: number;
}

/** The page that a client asks for; numbers too small or too large as RFC 7644, section 3.4.2.4, reads them. @throws ScimRefused */
export function pageIn(startIndex = '1', count = String(LIMIT)): Page {
  return {
    skipped: Math.max(1, integer(startIndex)) - 1,
    limit: Math.min(LIMIT_MAX, Math.max(0, integer(count))),
  };
}

function integer(text: string): number {
  if (!/^-?\d{1,9}$/.test(text))
    throw new ScimRefused('invalidValue', 'startIndex and count are whole numbers.');
  return Number(text);
}
