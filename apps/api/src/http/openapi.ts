import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemAnswer } from './problem.answer.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly default?: unknown };
  readonly required?: boolean;
}

interface Operation {
  parameters?: Parameter[];
  responses?: Record<string, object>;
}

type Document = OpenAPIObject & { readonly paths: Record<string, Record<string, Operation>> };

/** What the API can do, as it is published and as clients are generated from. */
export function openApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Throughline')
    .setDescription(
      'Goals, measurements and reviews as immutable events, and views of them as of any moment.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [ProblemAnswer] }) as Document;
  for (const [method, operation] of Object.values(document.paths).flatMap(Object.entries)) {
    // Whoever says how their own failures look speaks a protocol of their own.
    if (operation.responses?.['default']) continue;
    operation.parameters = [...(operation.parameters ?? []).map(optional), ...headersOf(method)];
    operation.responses = { ...operation.responses, default: PROBLEM };
  }
  for (const schema of Object.values(document.components?.schemas ?? {})) withoutDefaults(schema);
  sortEnums(document);
  return document;
}

/** The compiler lists the members of a union by when it met them, which is not the same from one build to the next. */
function sortEnums(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'enum') (value as string[]).sort();
    else sortEnums(value);
  }
}

/** What has a default need not be sent. */
const optional = (parameter: Parameter): Parameter =>
  parameter.schema?.default === undefined ? parameter : { ...parameter, required: false };

function withoutDefaults(schema: object): void {
  const { properties = {}, required } = schema as {
    properties?: Record<string, { default?: unknown }>;
    required?: string[];
  };
  const needed = required?.filter((name) => properties[name]?.default === undefined);
  Object.assign(schema, required && { required: needed!.length > 0 ? needed : undefined });
}

const header = (name: string, description: string): Parameter & { description: string } => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' } as object,
});

/** Headers that every command takes. */
const OF_COMMANDS = [
  header('Idempotency-Key', 'The same request under the same key is carried out once.'),
  header('If-Match', 'ETag that you last read: the command builds on nothing newer.'),
  header('X-Correlation-Id', 'Kept with every event that comes of it.'),
];

const headersOf = (method: string): Parameter[] => (method === 'get' ? [] : OF_COMMANDS);

const PROBLEM = {
  description: 'Why it was not done.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemAnswer' } } },
};
