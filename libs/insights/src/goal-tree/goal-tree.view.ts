import {
  ALWAYS,
  type Entry,
  type Instant,
  type Recorded,
  sliceOf,
  stated,
  thresholdsOf,
  type View,
} from '@pm/kernel';
import type {
  KpiDefined,
  KpiRedefined,
  MeasurementsEvent,
  TargetRevised,
  TargetSet,
} from '@pm/measurement/events';
import type { GoalEvent, GoalTerms } from '@pm/planning/events';
import { type ShownPhase, nodeOf, type TreeDocument, type TreeSum } from './goal-documents.state.js';
import { goalRollup } from './goal-sums.state.js';

type KpiFact = KpiDefined | KpiRedefined | TargetSet | TargetRevised;
export type TreeEvent = GoalEvent | KpiFact | MeasurementsEvent;

type Statements = {
  readonly [Type in TreeEvent['type']]: (event: Recorded<Extract<TreeEvent, { type: Type }>>) => Entry[];
};

/** When an event is true: as it says, else when it was recorded. */
const when = ({ effectiveAt, metadata }: Recorded): Instant => effectiveAt ?? metadata.recordedAt;

const side = (id: string, facet: string, from: Instant, value: unknown): Entry => ({
  id,
  facet,
  from,
  value,
});

const phase =
  (value: ShownPhase) =>
  (event: Recorded<GoalEvent>): Entry[] => [side(event.data.goalId, 'phase', when(event), value)];

/** The terms, and that their KPI measures this goal. */
function terms(event: Recorded<GoalEvent & { data: GoalTerms & { termsRevision: number } }>): Entry[] {
  const { goalId, title, start, end, measure, termsRevision } = event.data;
  const from = when(event);
  const value = { termsRevision, title, start, end, measure };
  const zones = measure && thresholdsOf(measure);
  return [
    side(goalId, 'terms', from, value),
    ...(zones ? [side(goalId, `zones ${from}`, from, { kpiId: measure.kpiId, ...zones })] : []),
    ...(measure
      ? [
          side(measure.kpiId, 'self', ALWAYS, measure.kpiId),
          side(measure.kpiId, `goal ${goalId}`, ALWAYS, true),
        ]
      : []),
  ];
}

function kpi({ data: { kpiId, ...data } }: Recorded<KpiDefined | KpiRedefined>): Entry[] {
  const { name, unitId, goalId, direction, frequency, aggregation, unitOfMeasure, labels } = data;
  const value = { name, unitId, goalId, direction, frequency, aggregation, unitOfMeasure, labels };
  return [
    side(kpiId, 'self', ALWAYS, kpiId),
    side(kpiId, 'kpi', ALWAYS, value),
    ...('number' in data && data.number !== undefined ? [side(kpiId, 'number', ALWAYS, data.number)] : []),
  ];
}

const target = ({ data: { kpiId, period, value, upper } }: Recorded<TargetSet | TargetRevised>): Entry[] => [
  side(kpiId, `target ${period}`, ALWAYS, { value, upper }),
];

function measured(event: Recorded<MeasurementsEvent>): Entry[] {
  const { kpiId, period, source } = event.data;
  const slice = sliceOf(period);
  const id = `${kpiId}.${slice}`;
  const at = when(event);
  const value =
    'value' in event.data ? { value: event.data.value, period, at, revision: event.revision } : null;
  return [
    side(id, 'of', ALWAYS, kpiId),
    side(id, 'slice', ALWAYS, slice),
    side(id, `value ${period} ${source}`, at, value),
  ];
}

const statements: Statements = {
  GoalImported: (event) => {
    const { goalId, number, kind, title, unitId, parents } = event.data;
    return [
      side(goalId, 'about', ALWAYS, { number, kind, imported: true }),
      side(goalId, 'owner', ALWAYS, { unitId }),
      side(goalId, 'terms', ALWAYS, { termsRevision: 0, title }),
      side(goalId, 'phase', ALWAYS, 'active'),
      side(goalId, 'parents', ALWAYS, parents),
    ];
  },
  GoalDrafted: (event) => {
    const { goalId, number, kind, personId, unitId, parents, visibility } = event.data;
    return [
      side(goalId, 'about', ALWAYS, { number, kind, imported: false }),
      side(goalId, 'owner', when(event), { personId, unitId }),
      side(goalId, 'parents', when(event), parents),
      ...(visibility ? [side(goalId, 'visibility', when(event), visibility)] : []),
      ...terms(event),
      ...phase('draft')(event),
    ];
  },
  GoalRedrafted: terms,
  GoalProposed: phase('proposed'),
  GoalCounterProposed: terms,
  GoalAccepted: (event) => {
    const { goalId, by, termsRevision } = event.data;
    return [side(goalId, 'accepted', when(event), { by, termsRevision })];
  },
  GoalAgreed: phase('agreed'),
  GoalWithdrawn: phase('draft'),
  GoalActivated: phase('active'),
  GoalChangeRequested: (event) => {
    const { goalId, by, title, start, end, measure, termsRevision } = event.data;
    const asked = { by, termsRevision, title, start, end, measure };
    return [side(goalId, 'requested', when(event), asked)];
  },
  GoalChangeRejected: (event) => [side(event.data.goalId, 'requested', when(event), null)],
  GoalChangeWithdrawn: (event) => [side(event.data.goalId, 'requested', when(event), null)],
  GoalTermsRevised: (event) => [...terms(event), side(event.data.goalId, 'requested', when(event), null)],
  GoalPlaced: (event) => [side(event.data.goalId, 'parents', when(event), event.data.parents)],
  GoalHandedOver: (event) => {
    const { goalId, personId, unitId } = event.data;
    return [side(goalId, 'owner', when(event), { personId, unitId })];
  },
  GoalPaused: phase('paused'),
  GoalResumed: phase('active'),
  GoalPostponed: phase('postponed'),
  GoalCompleted: (event) => {
    const { goalId, result, finalValue } = event.data;
    return [...phase('completed')(event), side(goalId, 'result', when(event), { result, finalValue })];
  },
  GoalCancelled: phase('cancelled'),
  GoalReopened: (event) => [
    ...phase('active')(event),
    side(event.data.goalId, 'result', when(event), null),
    side(event.data.goalId, 'acknowledged', when(event), null),
  ],
  GoalDiscarded: phase('discarded'),
  GoalCompletionAcknowledged: (event) => [side(event.data.goalId, 'acknowledged', when(event), true)],
  GoalArchived: (event) => [side(event.data.goalId, 'archived', when(event), true)],
  GoalRollUpSet: (event) => [side(event.data.goalId, 'rollUp', when(event), event.data.mode)],
  GoalProgressOverridden: (event) => {
    const { goalId, progress, until } = event.data;
    return [side(goalId, 'override', when(event), { progress, until })];
  },
  GoalOverrideEnded: (event) => [side(event.data.goalId, 'override', when(event), null)],
  GoalVisibilitySet: (event) => [side(event.data.goalId, 'visibility', when(event), event.data.visibility)],
  KpiDefined: kpi,
  KpiRedefined: kpi,
  TargetSet: target,
  TargetRevised: target,
  MeasurementRecorded: measured,
  MeasurementCorrected: measured,
  MeasurementRetracted: measured,
};

const entriesOf = (event: Recorded<TreeEvent>): Entry[] =>
  (statements[event.type] as (event: Recorded<TreeEvent>) => Entry[])(event);

/** Goals, the KPIs that measure them and their values: progress rolls up, and every side can be read as of any moment. */
export const goalTree: View<TreeDocument, TreeEvent, TreeSum> = {
  name: 'goal-tree',
  revision: 4,
  handles: Object.keys(statements) as TreeEvent['type'][],
  indexes: ['node'],
  key: (event) => [...new Set(entriesOf(event).map(({ id }) => id))],
  // The terms of a goal touch the KPI that measures it: of a private one nobody else is to know which that is.
  toldOf: (event) => entriesOf(event)[0]!.id,
  evolve: (doc, event, { id }) => {
    const entries = entriesOf(event).filter((entry) => entry.id === id);
    const next = entries.reduce<TreeDocument | undefined>(stated, doc);
    return next && !next.node ? { ...next, node: nodeOf(next) } : next;
  },
  rollup: goalRollup,
  history: { entries: entriesOf, isRival: (facet) => facet.startsWith('value ') },
};
