import { type Act, by, later, morningOf, reportDay } from '../acting.js';
import { annotated, defined, MONTHS, recorded } from '../acts/kpis.js';
import { DUST, valueOf } from '../data/kpis.js';

const ORDERED = '2026-03-20';
const FIRST_MONTH = '2026-07';

/** Worth finding: for a quarter a KPI had a target and no value, and nobody took that for good or bad. */
export function dust(): Act[] {
  const months = MONTHS.filter((month) => month >= FIRST_MONTH);
  return [
    ...defined(DUST, ORDERED),
    annotated(DUST.number, {
      at: later(ORDERED, 30),
      text: 'The station comes in summer: no values until then.',
      who: 'karin',
    }),
    ...months.map((period, index) => ({
      at: morningOf(reportDay(period)),
      command: recorded(DUST, [{ period, value: valueOf(DUST, index) }], by('bea')),
    })),
  ];
}
