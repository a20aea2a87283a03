import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import type { Period } from '@pm/kernel';
import { invalid } from './invalid-input.js';

/** Reads the name of a period from a path; whether anything is recorded for it is for a rule to say. */
@Injectable()
class PeriodPipe implements PipeTransform<string, Period> {
  transform(text: string): Period {
    if (!/^(FY\d{4}(-Q[1-8])?|\d{4}-(W?\d{2}|\d{2}-\d{2}))$/.test(text)) {
      throw invalid('period', 'period', 'must be FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05');
    }
    return text as Period;
  }
}

export const PathPeriod = (): ParameterDecorator => Param('period', new PeriodPipe());
