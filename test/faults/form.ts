/**
 * How much is tried: little, by chance. `npm run test:faults -- --globals '{"LONG":true}'` tries the long form, and
 * `{"SEED":1}` the same again as some earlier run, which has its seed in the names of its tests.
 */
const { LONG = false, SEED = Date.now() % 1_000_000 } = globalThis as { LONG?: boolean; SEED?: number };

export const seed = SEED;

export const times = (short: number, long: number): number => (LONG ? long : short);
