/** What was once said of a point, and by whom. */
export class TrendEntryAnswer {
  event: 'recorded' | 'corrected' | 'retracted';

  /** What held from then on; of a retraction, what it took back. */
  value: string;

  recordedAt: string;

  actor: string;

  onBehalfOf?: string;

  /** Null once the person that it is about was erased. */
  reason?: string | null;

  position: string;
}

/** What one source says of one period, and all that it said before. */
export class TrendPointAnswer {
  /** @example "2026-03" */
  period: string;

  /** Decimal; absent where it was retracted. */
  value?: string;

  source: string;

  measuredAt: string;

  recordedAt: string;

  corrections: number;

  retracted?: boolean;

  /** It came in after the period that it was due in. */
  late?: boolean;

  /** Oldest first. */
  history: TrendEntryAnswer[];
}

export class RetractedAnswer {
  actor: string;

  recordedAt: string;

  /** Null once the person that it is about was erased. */
  reason?: string | null;
}

/** What explains a day of a KPI's course. */
export class AnnotationAnswer {
  kpiId: string;

  annotationId: string;

  /** The day. */
  at: string;

  /** Null once the person that it is about was erased. */
  text: string | null;

  actor: string;

  recordedAt: string;

  retracted?: RetractedAnswer;
}

export class TrendAnswer {
  kpiId: string;

  /** In order of time. */
  points: TrendPointAnswer[];

  /** All of them with every page. */
  annotations: AnnotationAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
