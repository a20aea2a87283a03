import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

const known = new Map<unknown, Rules>();

/**
 * Lets class-validator look for the rules of a class once, and not in those of all classes at each request: they are
 * declared while code is loaded, and none is of a group.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const look = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (type, ...how) => {
    const rules = known.get(type) ?? look(type, ...how);
    known.set(type, rules);
    return rules;
  };
}
