/** `private`: a person's goal that its two sides, and whoever cares for them, keep to themselves. A unit's goal never is. */
export const VISIBILITIES = ['public', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Phases in which a goal counts for nothing yet, or never did, and a person's is between its two sides whatever its visibility. */
export const isDraft = (phase: string): boolean => phase === 'draft' || phase === 'discarded';
