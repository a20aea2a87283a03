/** A function of immutable objects that is worked out once for each of them, as long as the object is in use. */
export function remembered<Of extends object, Result>(workOut: (of: Of) => Result): (of: Of) => Result {
  const results = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const known = results.get(of);
    if (known) return known.result;
    const result = workOut(of);
    results.set(of, { result });
    return result;
  };
}

const TEXTS_MAX = 10_000;

/** A function of a text that is worked out once for each, as long as these are not too many: the same few come again and again. */
export function rememberedOfText<Text extends string, Result>(
  workOut: (text: Text) => Result,
): (text: Text) => Result {
  const results = new Map<Text, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined || results.has(text)) return known!;
    const result = workOut(text);
    if (results.size >= TEXTS_MAX) results.clear();
    results.set(text, result);
    return result;
  };
}
