/** `private`: a person's goal that its two sides, and whoever cares for them, keep to themselves. A unit's goal never is. */
export const VISIBILITIES = ['public', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
