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
