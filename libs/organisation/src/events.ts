import { declareEvents } from '@pm/kernel';
import type { ChartEvent } from './chart/chart.events.js';

export type * from './chart/chart.events.js';

export const organisationEvents = declareEvents<ChartEvent>()('organisation', {
  CalendarSet: { schemaVersion: 1 },
  UnitOpened: { schemaVersion: 1 },
  UnitRenamed: { schemaVersion: 1 },
  UnitMoved: { schemaVersion: 1 },
  UnitClosed: { schemaVersion: 1 },
});
