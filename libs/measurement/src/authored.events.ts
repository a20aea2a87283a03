import type { Event, EventMetadata } from '@pm/kernel';

/**
 * A fact as a fold meets it: with its author once it is in the log, without one while it is being decided. Who said
 * something is in the envelope for ever, so no event repeats it in its data.
 */
export type Authored<E extends Event> = E & { readonly metadata?: Pick<EventMetadata, 'actor'> };
