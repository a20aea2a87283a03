import { ApiProperty } from '@nestjs/swagger';

/** How a view stands. */
export class ViewStatusAnswer {
  /** @example "goal-tree" */
  name: string;

  /** Of this version of the program. */
  revision: number;

  /** The revision that readers see; absent until one was complete. */
  generation?: number;

  /** This version's revision is being built; readers see an older one, or none. */
  rebuilding: boolean;

  /** Up to here this version's revision has come; absent at the start of the log. */
  checkpoint?: string;

  /** Events of the log that it has not considered yet, counted up to a page of them. */
  lagEvents: number;

  /** How long ago the first of them was recorded. */
  lagSeconds: number;

  /** Events that it has not taken: those that failed, and those that wait behind them. */
  parked: number;

  /** Events that were left out for good. */
  skipped: number;
}

export class ViewsAnswer {
  @ApiProperty({ type: [ViewStatusAnswer] })
  views: readonly ViewStatusAnswer[];
}

/** What somebody asked to become of a parked event. */
export class ParkedRequestAnswer {
  to: 'retry' | 'skip';

  /** Who asked. */
  by: string;

  at: string;

  /** Why it may be left out. */
  reason?: string;
}

/** An event that a view could not take, or that waits behind one. No content: names, ids and errors. */
export class ParkedEventAnswer {
  position: string;

  stream: string;

  revision: number;

  /** @example "throughline.planning.GoalDrafted" */
  type: string;

  /** What it touches. Empty where that could not be found out. */
  @ApiProperty({ type: [String] })
  documents: readonly string[];

  /** Why the view could not take it; absent where it waits behind another. */
  error?: string;

  /** Not done yet. */
  asked?: ParkedRequestAnswer;

  /** It was left out for good: nothing waits behind it any more. */
  skipped?: ParkedRequestAnswer;
}

export class ParkedEventsAnswer {
  @ApiProperty({ type: [ParkedEventAnswer] })
  parked: readonly ParkedEventAnswer[];
}

/** What will be done about a parked event, by whoever follows the view. */
export class ParkedAskedAnswer {
  position: string;

  asked: ParkedRequestAnswer;
}
