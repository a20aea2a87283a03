import { getMetadataStorage } from 'class-validator';

/**
 * Lets class-validator look for the rules of a class once, and not in those of all classes at each request: they are
 * declared while code is loaded, and none is of a group.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (type, ...how) => {
    const rules = known.get(type) ?? look(type, ...how);
    known.set(type, rules);
    return rules;
  };
}
