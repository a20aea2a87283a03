import { remembered, TOP, type FiscalYear, type UnitId, type View } from '@pm/kernel';
import {
  evolveSeries,
  type KpiEvent,
  type KpiSeries,
  type MeasurementsEvent,
  outcomeIn,
  yearValues,
} from '@pm/measurement/events';
import type { UnitMoved, UnitOpened, UnitRenamed } from '@pm/organisation/events';
import { addCounts, ALL, countsOf, type CountsByLabel } from './outcome-counts.state.js';

/** A unit whose KPIs are counted. */
export interface OutcomeUnit {
  readonly is: 'unit';
  readonly number?: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: UnitId | typeof TOP;
}

/** A KPI that counts towards its unit. */
export type OutcomeKpi = KpiSeries & { readonly is: 'kpi' };

type UnitEvent = UnitOpened | UnitRenamed | UnitMoved;
export type OutcomeEvent = UnitEvent | KpiEvent | MeasurementsEvent;

const isOfUnit = (event: OutcomeEvent): event is UnitEvent =>
  event.type === 'UnitOpened' || event.type === 'UnitRenamed' || event.type === 'UnitMoved';

/** How the KPIs of every unit, and of all units below it, came out in every year. */
export const unitOutcomes: View<OutcomeUnit | OutcomeKpi, OutcomeEvent, CountsByLabel> = {
  name: 'unit-outcomes',
  revision: 3,
  handles: [
    'UnitOpened',
    'UnitRenamed',
    'UnitMoved',
    'KpiDefined',
    'KpiRedefined',
    'KpiRetired',
    'TargetSet',
    'TargetRevised',
    'MeasurementRecorded',
    'MeasurementCorrected',
    'MeasurementRetracted',
  ],
  indexes: ['parentId'],
  key: (event) => (isOfUnit(event) ? event.data.unitId : event.data.kpiId),
  evolve: (doc, event) => {
    if (isOfUnit(event)) return evolveUnit(doc?.is === 'unit' ? doc : undefined, event);
    const series = evolveSeries(doc?.is === 'kpi' ? doc : undefined, event);
    return series && { ...series, is: 'kpi' };
  },
  rollup: {
    above: (doc) => [doc.is === 'kpi' ? doc.unitId : doc.parentId].filter((id) => id !== TOP),
    part: (doc, below) => (doc.is === 'kpi' ? countsOfKpi(doc) : below),
    add: addCounts,
  },
};

function evolveUnit(unit: OutcomeUnit | undefined, event: UnitEvent): OutcomeUnit | undefined {
  switch (event.type) {
    case 'UnitOpened': {
      const { number, name, kind, parentId } = event.data;
      return { is: 'unit', number, name, kind, parentId: parentId ?? TOP };
    }
    case 'UnitRenamed':
      return unit && { ...unit, name: event.data.name, kind: event.data.kind };
    case 'UnitMoved':
      return unit && { ...unit, parentId: event.data.parentId };
  }
}

/** Asked for twice: when a KPI has changed, and when it changes again and takes back what it gave. */
const countsOfKpi = remembered((kpi: OutcomeKpi): CountsByLabel | undefined => {
  const values = yearValues(kpi);
  const years = Object.keys(values) as FiscalYear[];
  if (years.length === 0) return undefined;
  const counts = Object.fromEntries(years.map((year) => [year, countsOf(outcomeIn(kpi, year, values))]));
  return Object.fromEntries([ALL, ...kpi.labels].map((label) => [label, counts]));
});
