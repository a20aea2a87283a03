/**
 * How what contributes to a goal makes its progress (rule 10): the mean by weight, the sum of what each brings, the least
 * or the most of them; with `worst-status` the mean, but no better a status than the worst of them.
 */
export const ROLL_UP_MODES = ['weighted', 'sum', 'min', 'max', 'worst-status'] as const;
export type RollUpMode = (typeof ROLL_UP_MODES)[number];
