import type { Keys } from '@pm/eventing';

/**
 * Lets what lies in clear be wrapped now, not at the first request, and tells what hinders it. Nothing waits for it:
 * whatever needs a key meets the same.
 */
export async function settleKeys(keys: Keys, onTrouble: (error: Error) => void): Promise<void> {
  await keys.existingKey('nobody').catch(onTrouble);
}
