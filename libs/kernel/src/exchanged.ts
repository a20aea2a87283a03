/**
 * Adds a part to a total by key, where each key has one giver: giving sets it, taking back removes it.
 *
 * @returns undefined where nothing is left
 */
export function exchanged<Value>(
  total: Readonly<Record<string, Value>> | undefined,
  part: Readonly<Record<string, Value>> | undefined,
  sign: 1 | -1,
): Readonly<Record<string, Value>> | undefined {
  if (!part) return total;
  const given = Object.keys(part);
  const others = Object.entries(total ?? {}).filter(([key]) => !given.includes(key));
  const result = Object.fromEntries(sign === 1 ? [...others, ...Object.entries(part)] : others);
  return Object.keys(result).length === 0 ? undefined : result;
}
