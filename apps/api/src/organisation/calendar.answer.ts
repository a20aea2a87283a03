import { ApiProperty } from '@nestjs/swagger';

export class FiscalYearsAnswer {
  /** Month in which a year starts, 1 to 12. @example 7 */
  startMonth: number;

  /** First day on which that holds. @example "2000-07-01" */
  from: string;
}

export class FrozenPeriodAnswer {
  /** @example "FY2023" */
  period: string;

  /** First day of it. */
  from: string;

  /** Last day of it. */
  to: string;
}

/** How the organisation counts time, and what of it is closed. */
export class CalendarAnswer {
  /** IANA zone in which its days begin and end. @example "Europe/Stockholm" */
  timeZone: string;

  /** By `from`; the first holds for every earlier day, too. */
  @ApiProperty({ type: [FiscalYearsAnswer] })
  fiscalYears: readonly FiscalYearsAnswer[];

  /** Periods whose goals and values stand. */
  @ApiProperty({ type: [FrozenPeriodAnswer] })
  frozen: readonly FrozenPeriodAnswer[];
}
