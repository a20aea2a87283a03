import { Ajv, type ErrorObject } from 'ajv';
import type { Mapping } from './mapping.js';
import { mappingSchema } from './mapping.schema.js';

/** A mapping that cannot be used. Nothing was imported. */
export class BadMapping extends Error {
  /** @param problems each with its JSON pointer, what is wrong and what to do */
  constructor(readonly problems: readonly string[]) {
    super(`the mapping cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'BadMapping';
  }
}

/** A value is text or an object: keywords of either are no mistake. */
const OPTIONS = { allErrors: true, verbose: true, allowUnionTypes: true, strictTypes: false } as const;

/** @throws BadMapping */
export function readMapping(json: string): Mapping {
  let mapping: unknown;
  try {
    mapping = JSON.parse(json);
  } catch (error) {
    throw new BadMapping([`it is not JSON: ${(error as Error).message}`]);
  }
  const validate = new Ajv(OPTIONS).compile<Mapping>(mappingSchema);
  if (validate(mapping)) return mapping;
  throw new BadMapping([...new Set(validate.errors!.filter(isTelling).map(problemOf))]);
}

/** Errors of alternatives and of names repeat what the error around them says. */
const isTelling = ({ schemaPath, propertyName }: ErrorObject): boolean =>
  !/\/oneOf\/\d+\//.test(schemaPath) && propertyName === undefined;

function problemOf({ instancePath, keyword, params, message, parentSchema }: ErrorObject): string {
  const pointer = instancePath || '/';
  const advice = (parentSchema as { description?: string } | undefined)?.description;
  const wrong = WRONG[keyword]?.(params) ?? message ?? keyword;
  return `${pointer}: ${wrong}${advice ? ` (${advice})` : ''}`;
}

/** What is wrong, in words of the mapping; the description of the place says what to do. */
const WRONG: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  additionalProperties: ({ additionalProperty }) =>
    `does not know "${String(additionalProperty)}"; remove it`,
  required: ({ missingProperty }) => `lacks "${String(missingProperty)}"; add it`,
  propertyNames: ({ propertyName }) => `cannot have "${String(propertyName)}"; rename it`,
  pattern: () => 'has another form',
  oneOf: () => 'has too little or too much',
};
