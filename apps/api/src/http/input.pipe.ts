import { type ArgumentMetadata, type Type, ValidationPipe } from '@nestjs/common';
import { Recent } from '@pm/kernel';
import { toInvalidInput } from './invalid-input.js';

const QUERIES_LEAST = 500;
const LENGTH_MAX = 200;

/**
 * Checks bodies and queries against the rules of their class. A query comes out as it did when it came before: front ends
 * ask the same few again and again, and checking one costs more than many a read.
 */
export class InputPipe extends ValidationPipe {
  private readonly queries = new Map<Type, Recent<string, object>>();

  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      // Whose fields are named where one is unknown; it is not sent to anybody.
      validationError: { target: true },
      exceptionFactory: toInvalidInput,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype, data } = metadata;
    if (type !== 'query' || !metatype || data) return super.transform(value, metadata) as Promise<unknown>;
    const text = JSON.stringify(value);
    const known = this.of(metatype);
    const before = known.get(text);
    if (before) return before;
    const query = Object.freeze((await super.transform(value, metadata)) as object);
    if (text.length <= LENGTH_MAX) known.set(text, query);
    return query;
  }

  private of(type: Type): Recent<string, object> {
    const known = this.queries.get(type) ?? new Recent<string, object>(QUERIES_LEAST);
    this.queries.set(type, known);
    return known;
  }
}
