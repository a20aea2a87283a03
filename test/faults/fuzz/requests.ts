import { readFileSync } from 'node:fs';
import type { Method } from '../../support/server.js';
import { NASTY } from './nasty.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly example?: unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A request that is wrong in at least one place. */
export interface BadRequest {
  readonly method: Method;
  readonly url: string;
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
}

const described = JSON.parse(
  readFileSync(new URL('../../../libs/client/openapi.json', import.meta.url), 'utf8'),
) as Described;

/** Its answer has no end: whoever asks for it well is told until they leave. */
const isStream = ({ responses }: Operation): boolean =>
  Object.values(responses).some(({ content }) => content?.['text/event-stream']);

const OPERATIONS = Object.entries(described.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  .filter(({ operation }) => !isStream(operation));

/** So many parameters of a query are sent on average: each is refused by itself, where it is not the first of many. */
const ASKED_MEAN = 1.5;

/** Bad requests for every route of the published description, in an order of chance. */
export class Requests {
  constructor(private readonly chance: () => number) {}

  next(): BadRequest {
    const { path, method, operation } = this.one(OPERATIONS);
    const parameters = operation.parameters ?? [];
    const named = (place: string) => parameters.filter((each) => each.in === place).map(({ name }) => name);
    const route = path.replaceAll(/\{\w+\}/g, () => inUrl(this.pathPart()));
    const asked = named('query');
    const query = asked
      .filter(() => this.chance() * asked.length < ASKED_MEAN)
      .map((name) => `${name}${this.one(['', '[$ne]', '[]', '.a'])}=${inUrl(this.one(NASTY))}`);
    const headers = named('header').filter(() => this.chance() < 0.1);
    const schema = operation.requestBody?.content['application/json']?.schema;
    return {
      method: method.toUpperCase() as Method,
      url: query.length > 0 ? `${route}?${query.join('&')}` : route,
      headers: Object.fromEntries(headers.map((name) => [name.toLowerCase(), this.headerText()])),
      ...(schema && { body: this.mangled(JSON.stringify(this.valueOf(schema))) }),
    };
  }

  /** As described, with something else here and there. */
  private valueOf(described: Schema, depth = 0): unknown {
    if (this.chance() < 0.15 || depth > 5) return this.anything();
    const schema = resolved(described);
    const { type, properties, items } = schema;
    if (properties) return this.objectOf(properties, depth);
    if (type === 'array') return [this.valueOf(items!, depth + 1)];
    if (schema.enum) return this.one(schema.enum);
    return schema.example ?? this.anything();
  }

  private objectOf(properties: Readonly<Record<string, Schema>>, depth: number): object {
    const kept = Object.entries(properties).filter(() => this.chance() < 0.9);
    const fields = kept.map(([name, each]) => [name, this.valueOf(each, depth + 1)]);
    if (this.chance() < 0.3) fields.push([this.one(NASTY), this.anything()]);
    return Object.fromEntries(fields) as object;
  }

  private anything(): unknown {
    const text = this.one(NASTY);
    return this.one([text, null, -1, 1e308, true, [], {}, [text], { [text]: text }, { $gt: '' }]);
  }

  /** The text as it is, or one that has lost, doubled or changed a part. */
  private mangled(text: string): string {
    const at = Math.floor(this.chance() * text.length);
    const kinds = [
      text,
      text,
      text.slice(0, at),
      text + text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
    ];
    return this.one(kinds);
  }

  private pathPart(): string {
    const known = ['number:1', 'number:nothing', '01a204d8-b54f-76ed-bd97-cbf59e584bae'];
    return this.one(this.chance() < 0.5 ? known : NASTY).slice(0, 90);
  }

  /** Of a header's letters: others never reach the server. */
  private headerText(): string {
    return this.one(NASTY).replaceAll(/[^\x20-\x7e]/g, '');
  }

  private one<T>(all: readonly T[]): T {
    return all[Math.floor(this.chance() * all.length)]!;
  }
}

function resolved(schema: Schema): Schema {
  const { $ref, allOf } = schema;
  if ($ref) return resolved(described.components.schemas[$ref.split('/').at(-1)!]!);
  return allOf ? resolved(allOf[0]!) : schema;
}

const inUrl = (text: string): string => encodeURIComponent(text.toWellFormed());
