import { randomBytes } from 'node:crypto';

/** The address of a log that is named anew, and so is empty, in a server that holds others. */
export const ownLog = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}log=test${randomBytes(8).toString('hex')}`;
