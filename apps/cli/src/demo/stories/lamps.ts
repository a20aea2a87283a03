import type { Act } from '../acting.js';
import { placed } from '../acts/agreement.js';

/** Worth finding: a goal that went badly counts somewhere else from one day on, and the department’s progress jumped. */
export function lamps(): Act[] {
  const reason = 'Lighting belongs to the energy plan now.';
  return [placed('lamps', 'build', { day: '2026-05-12', who: 'nils', reason })];
}
