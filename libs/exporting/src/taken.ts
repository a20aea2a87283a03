import type { Instant } from '@pm/kernel';

/** Of when an export is. Asked for with both moments again, it has the same rows. */
export interface Taken {
  readonly asOf: Instant;
  readonly asKnownAt: Instant;
  /** Of the last event that counts; undefined where nothing was known yet. */
  readonly position?: string;
}

/** `goals_as-of-20260303T093000Z_known-20260303T093000Z.csv`: a name that every file system takes. */
export const fileName = (what: string, { asOf, asKnownAt }: Taken, extension: string): string =>
  `${what}_as-of-${compact(asOf)}_known-${compact(asKnownAt)}.${extension}`;

const compact = (instant: Instant): string => instant.replaceAll(/[-:]|\.\d+/g, '');
