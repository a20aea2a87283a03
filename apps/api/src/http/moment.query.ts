import { type Answers } from '@pm/eventing';
import type { AsOf } from '@pm/insights';
import { calendarInForce, type Instant, parseMoment } from '@pm/kernel';
import { IntersectionType } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { FreshnessQuery } from './freshness.query.js';
import { invalid } from './invalid-input.js';
import { PageQuery } from './page.query.js';

/** As of which moment to read. */
export class MomentQuery extends FreshnessQuery {
  /** What was true then: a moment with an offset, or a day, which means its end. Now where absent. @example "2026-03-03" */
  @IsOptional()
  @Length(10, 40)
  asOf?: string;

  /** As it was known then, without what was learned later. What is known today where absent. @example "2026-03-03" */
  @IsOptional()
  @Length(10, 40)
  asKnownAt?: string;
}

/** Which page of a list, as of which moment. */
export class MomentPageQuery extends IntersectionType(PageQuery, MomentQuery) {}

/** Two moments to compare. */
export class ChangesQuery extends MomentQuery {
  /** Since what was true then; from the very beginning where neither is given. @example "2026-01-01" */
  @IsOptional()
  @Length(10, 40)
  sinceAsOf?: string;

  /** Since what was known then. @example "2026-01-01" */
  @IsOptional()
  @Length(10, 40)
  sinceKnownAt?: string;
}

/** Reads the times in a query; a bare day is the organisation's. */
export const momentIn = ({ asOf, asKnownAt }: MomentQuery, answers: Answers): Promise<AsOf> =>
  momentsIn({ asOf, asKnownAt }, answers);

/** Reads times of a query by their names there; a bare day is the organisation's. @throws InvalidInput */
export async function momentsIn<Name extends string>(
  typed: Readonly<Record<Name, string | undefined>>,
  answers: Answers,
): Promise<Record<Name, Instant | undefined>> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  const read = (name: string, text: string | undefined): Instant | undefined => {
    if (text === undefined) return undefined;
    const moment = parseMoment(text, timeZone);
    if (!moment)
      throw invalid(name, 'moment', 'must be a day such as 2026-03-03, or a moment with an offset');
    return moment;
  };
  const names = Object.entries<string | undefined>(typed);
  return Object.fromEntries(names.map(([name, text]) => [name, read(name, text)])) as Record<
    Name,
    Instant | undefined
  >;
}

/** @returns undefined where a comparison begins at the very beginning */
export async function sinceIn(
  { sinceAsOf, sinceKnownAt }: ChangesQuery,
  answers: Answers,
): Promise<AsOf | undefined> {
  if (!sinceAsOf && !sinceKnownAt) return undefined;
  return momentIn({ asOf: sinceAsOf, asKnownAt: sinceKnownAt }, answers);
}
