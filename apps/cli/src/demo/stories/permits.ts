import { setTargetCommand } from '@pm/measurement';
import { type Act, by, kpiId, morningOf } from '../acting.js';

/** Worth finding: two weeks before the end of the year a target came down, without a word, so that it was met. */
export function permits(): Act[] {
  const input = { period: 'FY2025', value: '80' };
  const command = setTargetCommand.of({ kpiId: kpiId('permits'), input }, by('bea'));
  return [{ at: morningOf('2025-12-17'), command }];
}
