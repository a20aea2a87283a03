import { IntersectionType, PickType } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { PageQuery } from '../http/page.query.js';

/** Reads of a span of time. */
export class ReadsOfPersonQuery extends PickType(PageQuery, ['limit', 'cursor'] as const) {
  /** Only what was read after that: a moment with an offset, or a day, which means its end. @example "2026-03-03" */
  @IsOptional()
  @Length(10, 40)
  since?: string;

  /** Only what was read until then. @example "2026-03-31" */
  @IsOptional()
  @Length(10, 40)
  until?: string;
}

/** Who read, and what. */
class ReadFilters {
  /** Only what was shown to them: the id of a person, or of whoever else has a token. */
  @IsOptional()
  @Length(1, 200)
  reader?: string;

  /** Only reads that asked for this person, goal or KPI. */
  @IsOptional()
  @Length(1, 200)
  record?: string;
}

export class ReadLogQuery extends IntersectionType(ReadsOfPersonQuery, ReadFilters) {}
