import type { ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** One thing that is wrong with a request's body or query. */
export interface InvalidField {
  /** JSON pointer into the body or the query, or the name of the header or of the part of the path. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The shape of a request is wrong. */
export class InvalidInput extends Error {
  constructor(readonly errors: readonly InvalidField[]) {
    super('The request has fields that cannot be used; see errors.');
    this.name = 'InvalidInput';
  }
}

/** Agreed terms are changed only by someone who says which revision they saw. */
export class PreconditionRequired extends Error {
  constructor() {
    super('Send If-Match with the ETag that you last read.');
    this.name = 'PreconditionRequired';
  }
}

export const invalid = (pointer: string, code: string, detail: string): InvalidInput =>
  new InvalidInput([{ pointer, code, detail }]);

/** What class-validator found, as one flat list. */
export function toInvalidInput(errors: readonly ValidationError[]): InvalidInput {
  return new InvalidInput(errors.flatMap((error) => fieldsOf(error, '')));
}

function fieldsOf(
  { property, constraints, children, target }: ValidationError,
  above: string,
): InvalidField[] {
  const pointer = `${above}/${property.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`;
  const own = Object.entries(constraints ?? {}).map(([code, detail]) => ({
    pointer,
    code: kebab(code),
    detail: code === 'whitelistValidation' ? `there is no such field; there are: ${namesIn(target)}` : detail,
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldsOf(child, pointer))];
}

/** The fields of an input, as the route that was asked declares them. */
function namesIn(input: object | undefined): string {
  const type = input?.constructor as new () => object;
  const declared = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(declared.map(({ propertyName }) => propertyName))].sort().join(', ');
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
