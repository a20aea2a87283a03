import { addressesIn, drainViews, openStores } from '@pm/assembly';
import type { Config } from '@pm/config';
import { ManualClock } from '@pm/eventing';
import type { DecimalText, Instant } from '@pm/kernel';
import { defineKpiCommand, recordMeasurementsCommand, setTargetCommand } from '@pm/measurement';
import { openUnitCommand, setCalendarCommand } from '@pm/organisation';
import { Command } from 'commander';
import { type App, withApp } from '../app.js';
import { by, kpiId, type Sending, unitId } from './acting.js';
import { plan, staff } from './goals.js';
import { type DemoKpi, KPIS, MONTHS, UNITS, valueOf } from './lakeside.js';

/** `demo`: a small organisation and its last years, by the commands that its people would have sent. */
export function demoCommand(config: Config): Command {
  return new Command('demo').description('load a small example organisation').action(async () => {
    const clock = new ManualClock('2023-12-01T09:00:00.000Z' as Instant);
    const stores = openStores(addressesIn(config));
    await withApp(
      stores,
      async (app) => {
        if ((await stores.events.head()) === undefined) await live(app, clock);
        await drainViews(stores);
      },
      clock,
    );
  });
}

async function live({ commands }: App, clock: ManualClock): Promise<void> {
  await commands.execute(
    setCalendarCommand.of(
      { timeZone: 'Europe/Stockholm', fiscalYearStartMonth: 1, from: '2000-01-01' },
      by('lea'),
    ),
  );
  for (const { number, name, kind, ...unit } of UNITS) {
    const parentId = 'parent' in unit ? unitId(unit.parent) : undefined;
    await commands.execute(
      openUnitCommand.of({ unitId: unitId(number), input: { number, name, kind, parentId } }, by('lea')),
    );
  }
  await staff({ commands });
  for (const kpi of KPIS) await define({ commands }, kpi);
  for (const [index, month] of MONTHS.entries()) {
    clock.set(morningAfter(month));
    for (const kpi of KPIS) await measure({ commands }, kpi, month, valueOf(kpi, index));
    if (month === '2025-10') await moveTarget({ commands });
    if (month === '2026-08')
      await measure({ commands }, KPIS[4]!, month, '84', 'One depot had counted its repairs twice.');
    await plan({ commands }, month);
    if (month === '2026-03')
      await measure({ commands }, KPIS[0]!, '2026-01', '19', 'Two falls were reported late.');
  }
}

async function define({ commands }: Sending, kpi: DemoKpi): Promise<void> {
  const { number, name, unit, direction, aggregation, unitOfMeasure, labels, targets } = kpi;
  const input = {
    number,
    name,
    unitId: unitId(unit),
    direction,
    aggregation,
    unitOfMeasure,
    labels: [...labels],
  };
  await commands.execute(
    defineKpiCommand.of({ kpiId: kpiId(number), input: { ...input, frequency: 'monthly' } }, by('nils')),
  );
  for (const [period, value] of Object.entries(targets)) {
    await commands.execute(
      setTargetCommand.of({ kpiId: kpiId(number), input: { period, value } }, by('nils')),
    );
  }
}

async function measure(
  { commands }: Sending,
  kpi: DemoKpi,
  period: string,
  ...[value, reason]: [string, string?]
): Promise<void> {
  const stated = [{ period, value: value as DecimalText, source: 'monthly report' }];
  await commands.execute(
    recordMeasurementsCommand.of({ kpiId: kpiId(kpi.number), stated }, by('nils', { reason })),
  );
}

/** Worth finding: a target that came down two months before the year was over. */
async function moveTarget({ commands }: Sending): Promise<void> {
  const input = { period: 'FY2025', value: '76' };
  const reason = 'The second road crew was never hired.';
  await commands.execute(setTargetCommand.of({ kpiId: kpiId('potholes'), input }, by('mona', { reason })));
}

/** The fifth of the next month, when the monthly report is due. */
function morningAfter(month: string): Instant {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 5, 8)).toISOString() as Instant;
}
