import type { Answers } from '@pm/eventing';
import type { Schedule } from '@pm/jobs';
import { calendarInForce } from '@pm/kernel';

/** Every day at a time by the organisation's own clocks, or in UTC where it has set no calendar. */
export async function daily(
  { id, kind, at }: { readonly id: string; readonly kind: string; readonly at: string },
  answers: Answers,
): Promise<Schedule> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return { id, kind, timing: { at, timeZone }, payload: {} };
}
