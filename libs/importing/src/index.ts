export { LIMITS, readRows, type Row, UnreadableCsv } from './csv.js';
export { DECIMAL, type Kind, momentIn, periodIn, textUpTo } from './kind.js';
export type { Mapping } from './mapping.js';
export { mappingSchema } from './mapping.schema.js';
export type * from './plan.js';
export { planOf } from './plan-of.js';
export { BadMapping, readMapping } from './read-mapping.js';
export { type Contradiction, Slicer, type Slice } from './slices.js';
