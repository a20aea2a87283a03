import type { Answers, Moments } from '@pm/eventing';
import {
  calendarInForce,
  type DecimalText,
  expectedProgress,
  localDate,
  type LocalDate,
  type Ratio,
  ratioText,
  type Status,
  statusAt,
} from '@pm/kernel';

/** How much of a goal's time is gone; nothing where it has no dates. */
interface Elapsed {
  readonly text?: DecimalText;
  /** How it stands with so much progress by then. */
  readonly status: (progress: Ratio) => Status;
}

const NO_DATES: Elapsed = { status: () => 'no-dates' };

/** The last day that counts as gone by. Goals of a plan share the same few dates: worked out once for each. */
export class Day {
  private readonly known = new Map<LocalDate, Map<LocalDate, Elapsed>>();

  constructor(readonly date: LocalDate) {}

  elapsed({ start, end }: { readonly start?: LocalDate; readonly end?: LocalDate }): Elapsed {
    if (!start || !end) return NO_DATES;
    let byEnd = this.known.get(start);
    if (!byEnd) this.known.set(start, (byEnd = new Map()));
    let elapsed = byEnd.get(end);
    if (!elapsed) byEnd.set(end, (elapsed = elapsedOf(expectedProgress(start, end, this.date))));
    return elapsed;
  }
}

const elapsedOf = (ratio: Ratio): Elapsed => ({ text: ratioText(ratio), status: statusAt(ratio) });

/** The day on which a moment falls for the organisation. */
export async function dayOf({ asOf }: Moments, answers: Answers): Promise<Day> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return new Day(localDate(asOf ?? answers.now(), timeZone));
}
