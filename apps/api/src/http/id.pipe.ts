import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { idIn } from '@pm/eventing';
import { invalid } from './invalid-input.js';

/**
 * Reads an id from a path: the id itself, or `number:<number>` for what was created with a number of its own.
 */
@Injectable()
class IdPipe implements PipeTransform<string, string> {
  constructor(
    private readonly kind: string,
    private readonly parameter: string,
  ) {}

  transform(text: string): string {
    const id = idIn(this.kind, text);
    if (id === undefined) throw invalid(this.parameter, 'id', 'must be an id, or number:<number>');
    return id;
  }
}

/** The id of a unit, a person, a KPI or a goal in the path. */
export const PathId = (
  kind: 'unit' | 'person' | 'kpi' | 'goal' | 'annotation' | 'webhook' | 'notification' | 'apiKey',
  parameter = `${kind}Id`,
): ParameterDecorator => Param(parameter, new IdPipe(kind, parameter));
