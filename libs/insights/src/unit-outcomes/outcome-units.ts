import { type Moments, type Replay, type TrueFrom, trueFrom } from '@pm/eventing';
import { ALWAYS, type Recorded } from '@pm/kernel';
import { kpiFactTrueFrom } from '@pm/measurement/events';
import { documentsOf, type Generation, rolledUp, type StoredDocument, type ViewStore } from '@pm/projections';
import {
  kpiScorecard,
  type ScorecardEvent,
  type ScorecardSum,
  type UnitNode,
} from '../scorecard/kpi-scorecard.view.js';

export type StoredUnit = StoredDocument<UnitNode, ScorecardSum>;

/** Units with the outcomes of all KPIs that lie below them. */
export interface OutcomeUnits {
  unit(id: string): Promise<StoredUnit | undefined>;
  /** Directly below. */
  below(parentId: string): Promise<readonly StoredUnit[]>;
}

/** As the view has them. */
export function unitsNow(views: ViewStore, generation: Generation): OutcomeUnits {
  return {
    unit: async (id) => (await views.load(generation, [id])).find(isUnit),
    below: async (parentId) => {
      const units: StoredUnit[] = [];
      let cursor: string | undefined;
      do {
        const page = await views.list(generation, { where: { parentId }, limit: 1000, cursor });
        units.push(...page.documents.filter(isUnit));
        cursor = page.next;
      } while (cursor);
      return units;
    },
  };
}

/** As they were at a moment: folded and added up from the log. */
export async function unitsAsOf(replay: Replay, at: Moments): Promise<OutcomeUnits> {
  const events = await replay.ofTypes<ScorecardEvent>(kpiScorecard.handles, at, outcomeTrueFrom);
  const documents = rolledUp(kpiScorecard.rollup!, [...documentsOf(kpiScorecard, events).values()]);
  const units = [...documents.values()].filter(isUnit);
  return {
    unit: async (id) => units.find((unit) => unit.id === id),
    below: async (parentId) => units.filter(({ own }) => own!.parentId === parentId),
  };
}

/**
 * That there is a unit names no time: an import of today tells of the years before it. Where it stands and what it is
 * called changes when it is recorded.
 */
const outcomeTrueFrom: TrueFrom<ScorecardEvent> = (event: Recorded<ScorecardEvent>) => {
  if (event.type === 'UnitOpened') return ALWAYS;
  return event.type === 'UnitMoved' || event.type === 'UnitRenamed'
    ? trueFrom(event)
    : kpiFactTrueFrom(event);
};

const isUnit = (document: StoredDocument): document is StoredUnit =>
  (document.own as UnitNode | undefined)?.node === 'unit';
