import type { GoalReadingSettings } from '@pm/access';
import type { Config } from '@pm/config';

/** What a deployment decides of who reads private goals. */
export const goalReadingSettings = (config: Config): GoalReadingSettings => ({
  lineReadsPrivate: config.THROUGHLINE_LINE_READS_PRIVATE_GOALS === 'yes',
});
