import { type Answers, type EventStore, type Verification, verify } from '@pm/eventing';
import type { Job, Schedule } from '@pm/jobs';
import { calendarInForce } from '@pm/kernel';

const KIND = 'verify-log';

/** Reads the whole log and checks it, as far as nobody else took that over. A fault is found, not failed: it is reported. */
export const verifyLog = (events: EventStore, report: (found: Verification) => void): Job => ({
  kind: KIND,
  attemptsMax: 3,
  run: async (_, { signal }) => {
    signal.throwIfAborted();
    report(await verify(events, () => signal.throwIfAborted()));
  },
});

/** Every night by the organisation's own clocks, or in UTC where it has set no calendar. */
export async function verifyLogNightly(answers: Answers): Promise<Schedule> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return { id: 'nightly verify-log', kind: KIND, timing: { at: '02:30', timeZone }, payload: {} };
}
