import type { Period } from '@pm/kernel';
import { freezePeriodCommand } from '@pm/organisation';
import { type Act, by, morningOf } from '../acting.js';

/** Each February the year before is closed. */
export function yearEnd(): Act[] {
  return ['2024', '2025'].map((year) => {
    const request = { period: `FY${year}` as Period };
    const reason = `The annual report of ${year} goes to the council.`;
    const at = morningOf(`${Number(year) + 1}-02-16`);
    return { at, command: freezePeriodCommand.of(request, by('karin', reason)) };
  });
}
