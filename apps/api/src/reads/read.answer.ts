import { ApiProperty } from '@nestjs/swagger';
import type { ReadKind } from '@pm/reads';

/** That somebody was shown what is held about others. */
export class ReadAnswer {
  id: string;

  at: string;

  reader: string;

  /** Whose deputy they read as; absent where they read for themselves. */
  onBehalfOf?: string;

  /** In which they read. */
  @ApiProperty({ type: [String] })
  roles: readonly string[];

  what: ReadKind;

  /** The one person, goal or KPI that was asked for; absent where it was more. */
  recordId?: string;

  /** What was true then, where that was asked for. */
  asOf?: string;

  /** As it was known then, where that was asked for. */
  asKnownAt?: string;

  correlationId: string;
}

export class ReadsOfPersonAnswer {
  /** The newest first. */
  reads: ReadAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}

export class ReadWithSubjectsAnswer extends ReadAnswer {
  /** Ids of the people whose data were shown, without the reader, and of whoever they read for. */
  @ApiProperty({ type: [String] })
  subjects: readonly string[];
}

export class ReadLogAnswer {
  /** The newest first. */
  reads: ReadWithSubjectsAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
