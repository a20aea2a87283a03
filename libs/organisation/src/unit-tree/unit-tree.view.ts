import { TOP, type UnitId, type View } from '@pm/kernel';
import type { UnitClosed, UnitMoved, UnitOpened, UnitRenamed } from '../chart/chart.events.js';

/** A unit and where it stands. */
export interface UnitNode {
  readonly unitId: UnitId;
  readonly number?: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: UnitId | typeof TOP;
  readonly closed: boolean;
}

type UnitEvent = UnitOpened | UnitRenamed | UnitMoved | UnitClosed;

export const unitTree: View<UnitNode, UnitEvent> = {
  name: 'unit-tree',
  revision: 1,
  handles: ['UnitOpened', 'UnitRenamed', 'UnitMoved', 'UnitClosed'],
  indexes: ['parentId'],
  key: (event) => event.data.unitId,
  evolve: (node, event) => {
    if (event.type === 'UnitOpened') return opened(event);
    return node && changed(node, event);
  },
};

function opened({ data: { unitId, number, name, kind, parentId } }: UnitOpened): UnitNode {
  return { unitId, number, name, kind, parentId: parentId ?? TOP, closed: false };
}

function changed(node: UnitNode, event: UnitRenamed | UnitMoved | UnitClosed): UnitNode {
  switch (event.type) {
    case 'UnitRenamed':
      return { ...node, name: event.data.name, kind: event.data.kind };
    case 'UnitMoved':
      return { ...node, parentId: event.data.parentId };
    case 'UnitClosed':
      return { ...node, closed: true };
  }
}
