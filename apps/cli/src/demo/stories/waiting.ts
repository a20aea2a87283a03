import { type Act, by, morningOf } from '../acting.js';
import { annotated, recorded } from '../acts/kpis.js';
import { kpiNumbered } from '../data/kpis.js';

const FOUND = '2026-05-18';

/**
 * Worth finding: a target was met when the year was closed, and had been missed when a drawer was opened in May. Months
 * of a closed year are set right by the controller alone, who says why.
 */
export function waiting(): Act[] {
  const reason =
    'Forty applications had lain in a drawer since October; they waited, and nobody had counted them.';
  const kpi = kpiNumbered('waiting');
  const found = [
    { period: '2025-10', value: '38.5' },
    { period: '2025-11', value: '44' },
    { period: '2025-12', value: '47.5' },
  ];
  return [
    { at: morningOf(FOUND), command: recorded(kpi, found, by('karin', reason)) },
    annotated(kpi.number, {
      at: '2025-12-31',
      text: 'Forty applications are missing in what was known until May 2026.',
      who: 'karin',
      day: FOUND,
    }),
  ];
}
