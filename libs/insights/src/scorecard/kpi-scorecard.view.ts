import { TOP, type UnitId, type View } from '@pm/kernel';
import { kpiSeries, type SeriesEvent, type SeriesNode, type SeriesSum } from '@pm/measurement/events';
import type { UnitMoved, UnitOpened, UnitRenamed } from '@pm/organisation/events';
import { addCounts, type CountsByLabel } from '../unit-outcomes/outcome-counts.state.js';
import { partOfKpi } from './kpi-counts.state.js';

/** A unit whose KPIs are counted. */
export interface UnitNode {
  readonly node: 'unit';
  readonly number?: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: UnitId | typeof TOP;
}

/** What values come to for their KPI, and how KPIs came out for their unit and those above it. */
export interface ScorecardSum extends SeriesSum {
  readonly counts?: CountsByLabel;
}

type ScorecardDocument = UnitNode | SeriesNode;
type UnitEvent = UnitOpened | UnitRenamed | UnitMoved;
export type ScorecardEvent = UnitEvent | SeriesEvent;

const isOfUnit = (event: ScorecardEvent): event is UnitEvent =>
  event.type === 'UnitOpened' || event.type === 'UnitRenamed' || event.type === 'UnitMoved';

/** KPIs against their targets, and how those of every unit, and of all units below it, came out in every year. */
export const kpiScorecard: View<ScorecardDocument, ScorecardEvent, ScorecardSum> = {
  name: 'kpi-scorecard',
  revision: 5,
  replaces: ['unit-outcomes'],
  handles: [...kpiSeries.handles, 'UnitOpened', 'UnitRenamed', 'UnitMoved'],
  indexes: [...kpiSeries.indexes, 'parentId'],
  key: (event) => (isOfUnit(event) ? event.data.unitId : kpiSeries.key(event)),
  toldOf: (event) => (isOfUnit(event) ? event.data.unitId : kpiSeries.toldOf(event)),
  evolve: (doc, event) => {
    if (isOfUnit(event)) return evolveUnit(doc?.node === 'unit' ? doc : undefined, event);
    return kpiSeries.evolve(doc?.node === 'unit' ? undefined : doc, event);
  },
  rollup: {
    above: (doc) => {
      if (doc.node === 'values') return kpiSeries.rollup.above(doc);
      const above = doc.node === 'kpi' ? doc.unitId : doc.parentId;
      return above === TOP ? [] : [above];
    },
    part: (doc, sum) => {
      if (doc.node === 'values') return kpiSeries.rollup.part(doc);
      if (doc.node === 'kpi') return sum && partOfKpi(doc)(sum);
      return sum?.counts && { counts: sum.counts };
    },
    add: (total, part, sign) => {
      const slices = kpiSeries.rollup.add(total, part, sign);
      const counts = part.counts ? addCounts(total?.counts, part.counts, sign) : total?.counts;
      return slices || counts ? { ...slices, ...(counts && { counts }) } : undefined;
    },
  },
};

function evolveUnit(unit: UnitNode | undefined, event: UnitEvent): UnitNode | undefined {
  switch (event.type) {
    case 'UnitOpened': {
      const { number, name, kind, parentId } = event.data;
      return { node: 'unit', number, name, kind, parentId: parentId ?? TOP };
    }
    case 'UnitRenamed':
      return unit && { ...unit, name: event.data.name, kind: event.data.kind };
    case 'UnitMoved':
      return unit && { ...unit, parentId: event.data.parentId };
  }
}
