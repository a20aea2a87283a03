import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
}

const file = new URL('../../libs/client/openapi.json', import.meta.url);
const described = JSON.parse(readFileSync(file, 'utf8')) as Described;

/** Answers hold nothing that the document does not name; a rule may add members to a problem. */
const schemas = Object.fromEntries(
  Object.entries(described.components.schemas).map(([name, schema]) => [
    name,
    name === 'ProblemAnswer' ? schema : { ...schema, additionalProperties: false },
  ]),
);

const ajv = new Ajv({ strict: false }).addSchema({ components: { schemas } }, 'api');

/** Paths with fewer parameters first: `/goals/changes` is no goal. */
const ROUTES = Object.entries(described.paths)
  .map(([path, operations]) => ({ pattern: patternOf(path), operations }))
  .sort((a, b) => a.pattern.source.split('[^/]+').length - b.pattern.source.split('[^/]+').length);

const validators = new Map<Operation, ValidateFunction>();

/** Holds what the server answered against its published description. */
export function expectAsDescribed(answer: {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: unknown;
}): void {
  const { method, url, status, body } = answer;
  const [path = ''] = url.split('?');
  const operation = ROUTES.find(({ pattern }) => pattern.test(path))?.operations[method.toLowerCase()];
  // Whoever asks for some fields gets no others.
  if (!operation || status === 304 || url.includes('fields=')) return;
  const validate = status < 400 ? validatorOf(operation) : failureOf(operation);
  // A stream of its own kind.
  if (!validate) return;
  const valid = validate(body);
  expect({ [`${method} ${path}`]: valid ? [] : validate.errors }).toEqual({
    [`${method} ${path}`]: [],
  });
}

function failureOf({ responses }: Operation): ValidateFunction {
  const [{ schema }] = Object.values(responses['default']!.content!) as [{ schema: { $ref: string } }];
  return ajv.getSchema(`api${schema.$ref}`)!;
}

function validatorOf(operation: Operation): ValidateFunction | undefined {
  const known = validators.get(operation);
  if (known) return known;
  const { content } = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))![1];
  const json = content?.['application/json'] ?? content?.['application/scim+json'];
  if (!json) return undefined;
  const schema = JSON.stringify(json.schema).replaceAll('"#/', '"api#/');
  const validate = ajv.compile(JSON.parse(schema) as object);
  validators.set(operation, validate);
  return validate;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
