import type { FactScope } from '@pm/eventing/commands';
import { calendarInForce, freezeOf, frozenPeriods, type Period, spanOf } from '@pm/kernel';

/** Those who answer for figures that are closed. */
const KEEPERS: readonly string[] = ['controller', 'people-admin'];

export const mayAmendFrozen = ({ by }: Pick<FactScope, 'by'>): boolean =>
  by.roles?.some((role) => KEEPERS.includes(role)) ?? false;

/** Tells the frozen period that a period lies within, by the calendar in force; undefined where there is none. */
export async function freezes({
  ask,
}: Pick<FactScope, 'ask'>): Promise<(period: Period) => Period | undefined> {
  const frozen = await ask(frozenPeriods, {});
  if (frozen.length === 0) return () => undefined;
  const calendar = await ask(calendarInForce, {});
  return (period) => {
    const span = spanOf(period, calendar);
    return span && freezeOf(frozen, span)?.period;
  };
}

/** As {@link freezes}, of one period. */
export const freezeHolding = async (period: Period, scope: Pick<FactScope, 'ask'>) =>
  (await freezes(scope))(period);
