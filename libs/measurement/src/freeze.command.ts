import type { FactScope } from '@pm/eventing';
import { calendarInForce, freezeOf, frozenPeriods, type Period, spanOf } from '@pm/kernel';

/** Those who answer for figures that are closed. */
const KEEPERS: readonly string[] = ['controller', 'people-admin'];

export const mayAmendFrozen = ({ by }: Pick<FactScope, 'by'>): boolean =>
  by.roles?.some((role) => KEEPERS.includes(role)) ?? false;

/** The frozen period that a period lies within, by the calendar in force; undefined where there is none. */
export async function freezeHolding(
  period: Period,
  { ask }: Pick<FactScope, 'ask'>,
): Promise<Period | undefined> {
  const span = spanOf(period, await ask(calendarInForce, {}));
  return span && freezeOf(await ask(frozenPeriods, {}), span)?.period;
}
