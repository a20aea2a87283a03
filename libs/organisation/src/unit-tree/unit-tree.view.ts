import { type Instant, type PersonId, TOP, type UnitId, type View } from '@pm/kernel';
import type {
  UnitClosed,
  UnitHeadNamed,
  UnitMoved,
  UnitOpened,
  UnitPartnerNamed,
  UnitRenamed,
} from '../chart/chart.events.js';
import { type Dated, valueAt, withValue } from '../dated.state.js';

/** A unit and where it stands. */
export interface UnitNode {
  readonly unitId: UnitId;
  readonly number?: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: UnitId | typeof TOP;
  readonly closed: boolean;
  /** Who stands for it over time; null for nobody. */
  readonly heads: Dated<PersonId | null>;
  /** Its HR partner over time; absent where none was ever named. */
  readonly partners?: Dated<PersonId | null>;
}

type UnitChange = UnitRenamed | UnitMoved | UnitClosed | UnitHeadNamed | UnitPartnerNamed;

export const unitTree: View<UnitNode, UnitOpened | UnitChange> = {
  name: 'unit-tree',
  revision: 3,
  handles: ['UnitOpened', 'UnitRenamed', 'UnitMoved', 'UnitClosed', 'UnitHeadNamed', 'UnitPartnerNamed'],
  indexes: ['parentId', 'kind', 'name', 'number'],
  key: (event) => event.data.unitId,
  evolve: (node, event) => {
    if (event.type === 'UnitOpened') return opened(event);
    return node && changed(node, event);
  },
};

/** A unit with whoever stands for it, and its HR partner, at a moment. */
export function presentUnit({ heads, partners = [], ...unit }: UnitNode, at: Instant) {
  return {
    ...unit,
    headId: valueAt(heads, at) ?? undefined,
    hrPartnerId: valueAt(partners, at) ?? undefined,
  };
}

function opened({ data: { unitId, number, name, kind, parentId } }: UnitOpened): UnitNode {
  return { unitId, number, name, kind, parentId: parentId ?? TOP, closed: false, heads: [] };
}

function changed(node: UnitNode, event: UnitChange): UnitNode {
  switch (event.type) {
    case 'UnitRenamed':
      return { ...node, name: event.data.name, kind: event.data.kind };
    case 'UnitMoved':
      return { ...node, parentId: event.data.parentId };
    case 'UnitClosed':
      return { ...node, closed: true };
    case 'UnitHeadNamed':
      return { ...node, heads: withValue(node.heads, event.effectiveAt!, event.data.personId) };
    case 'UnitPartnerNamed':
      return { ...node, partners: withValue(node.partners ?? [], event.effectiveAt!, event.data.personId) };
  }
}
