import {
  type DecimalText,
  type Direction,
  DIRECTIONS,
  type GoalId,
  type KpiId,
  type LocalDate,
  VISIBILITIES,
  type Visibility,
} from '@pm/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { GoalLink, GoalOwner, GoalTerms } from './goal.events.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d{1,18}(\.\d{1,18})?$/;
const WEIGHT = /^\d{1,9}(\.\d{1,12})?$/;
const SHARE = /^(0(\.\d{1,12})?|1(\.0{1,12})?)$/;

export class MeasureInput {
  /** The KPI that tells how the goal goes. */
  @IsUUID()
  kpiId: string;

  /** Where it starts; without it progress is not known, but whether the target is met is. @example "70" */
  @IsOptional()
  @Matches(DECIMAL, { message: 'baseline must be a decimal number as text, such as "42.5"' })
  baseline?: string;

  /** Of a range the lower bound, of a milestone 1. @example "85" */
  @Matches(DECIMAL, { message: 'target must be a decimal number as text, such as "42.5"' })
  target: string;

  @IsIn(DIRECTIONS)
  direction: Direction;

  /** The upper bound of a range. @example "95" */
  @IsOptional()
  @Matches(DECIMAL, { message: 'upper must be a decimal number as text, such as "42.5"' })
  upper?: string;

  /** Of an ordinal scale: where the zone below the target begins. @example "0.3" */
  @IsOptional()
  @Matches(DECIMAL, { message: 'commit must be a decimal number as text, such as "42.5"' })
  commit?: string;

  /** Of an ordinal scale: where the zone above the target begins. @example "1" */
  @IsOptional()
  @Matches(DECIMAL, { message: 'stretch must be a decimal number as text, such as "42.5"' })
  stretch?: string;
}

export class TermsInput {
  /** @example "Mend potholes within five days" */
  @Length(1, 300)
  title: string;

  /** First day. @example "2026-01-01" */
  @IsOptional()
  @Matches(DAY, { message: 'start must be a day such as 2026-01-01' })
  start?: string;

  /** Last day. @example "2026-12-31" */
  @IsOptional()
  @Matches(DAY, { message: 'end must be a day such as 2026-12-31' })
  end?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => MeasureInput)
  measure?: MeasureInput;
}

export class LinkInput {
  @IsUUID()
  parentId: string;

  /** Whether its progress counts towards the parent's, or it is only aligned with it. */
  @IsBoolean()
  contributes: boolean = true;

  /** Relative to its siblings'; need not sum to 100. @example "1" */
  @Matches(WEIGHT, { message: 'weight must be a decimal number of 0 or more as text, such as "33.33"' })
  weight: string = '1';

  /** Which share of it counts here, where it counts in several places. @example "0.5" */
  @IsOptional()
  @Matches(SHARE, { message: 'share must be a decimal number from 0 to 1 as text, such as "0.5"' })
  share?: string;
}

export class DraftGoalInput extends TermsInput {
  /** Your own number or code for the goal; it can be used in every path as `number:<it>`. @example "G-12" */
  @IsOptional()
  @Length(1, 64)
  number?: string;

  /** What such a goal is called. @example "objective" */
  @Matches(/^[a-z][a-z -]{0,39}$/, { message: 'kind must be a lower-case word, such as objective' })
  kind: string;

  /** The person whose goal it is; or name a unit. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  /** The unit whose goal it is; or name a person. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Of a person's goal: private is for its two sides and whoever cares for them; public where absent. */
  @IsOptional()
  @IsIn(VISIBILITIES)
  visibility?: Visibility;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LinkInput)
  parents: LinkInput[] = [];
}

export class AcceptGoalInput {
  /** The revision of the terms that you read. @example 1 */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  termsRevision: number;
}

/** Why, and from when on. */
export class ReasonInput {
  /** Kept with the change. */
  @IsOptional()
  @MaxLength(1000)
  reason?: string;

  /** A day, from its start on, or a moment; now where absent. @example "2026-03-03" */
  @IsOptional()
  @Length(10, 40)
  from?: string;
}

export class ChangeTermsInput extends TermsInput {
  @IsOptional()
  @MaxLength(1000)
  reason?: string;

  /** When an administrator overrides: from when on. @example "2026-03-03" */
  @IsOptional()
  @Length(10, 40)
  from?: string;
}

export class PlaceGoalInput extends ReasonInput {
  /** All its parents from then on. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LinkInput)
  parents: LinkInput[];
}

export class HandOverGoalInput extends ReasonInput {
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class PostponeGoalInput extends ReasonInput {
  /** The goal that takes its place. */
  @IsUUID()
  successorId: string;
}

export class CompleteGoalInput extends ReasonInput {
  @IsIn(['achieved', 'partly', 'missed'])
  result: 'achieved' | 'partly' | 'missed';

  @IsOptional()
  @Matches(DECIMAL, { message: 'finalValue must be a decimal number as text, such as "42.5"' })
  finalValue?: string;

  @IsOptional()
  @MaxLength(2000)
  note?: string;

  /** What the next plan can learn from it. */
  @IsOptional()
  @MaxLength(2000)
  lessons?: string;
}

export const termsFrom = ({ title, start, end, measure }: TermsInput): GoalTerms => ({
  title,
  start: start as LocalDate | undefined,
  end: end as LocalDate | undefined,
  measure: measure && {
    kpiId: measure.kpiId as KpiId,
    baseline: measure.baseline as DecimalText | undefined,
    target: measure.target as DecimalText,
    direction: measure.direction,
    upper: measure.upper as DecimalText | undefined,
    commit: measure.commit as DecimalText | undefined,
    stretch: measure.stretch as DecimalText | undefined,
  },
});

export const linksFrom = (links: readonly LinkInput[]): GoalLink[] =>
  links.map(({ parentId, contributes, weight, share }) => ({
    parentId: parentId as GoalId,
    contributes,
    weight: weight as DecimalText,
    share: share as DecimalText | undefined,
  }));

export const ownerFrom = ({ personId, unitId }: { personId?: string; unitId?: string }): GoalOwner =>
  ({ personId, unitId }) as GoalOwner;
