/** Whoever had something recorded. */
export interface Acted {
  readonly actor: string;
  readonly onBehalfOf?: string;
}

/** Both who did it and for whom. @param names by their ids */
export function actorText(
  { actor, onBehalfOf }: Acted,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const nameOf = (id: string) => names.get(id) ?? id;
  return onBehalfOf === undefined ? nameOf(actor) : `${nameOf(actor)} on behalf of ${nameOf(onBehalfOf)}`;
}

/** The ids of everybody who acted, and of those for whom. */
export const actorsOf = (acted: readonly Acted[]): string[] =>
  acted.flatMap(({ actor, onBehalfOf }) => (onBehalfOf === undefined ? [actor] : [actor, onBehalfOf]));

/** A text as opened: null once the person whose key sealed it was erased. */
export function reasonText(reason: unknown): string {
  if (reason === undefined) return '';
  return typeof reason === 'string' ? reason : '(erased)';
}

/** UTC, to the minute. */
export const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
