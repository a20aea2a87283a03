import type { Instant, KpiId, PersonId, UnitId } from '@pm/kernel';
import { storedEvents } from './stored-history.js';

/**
 * One event of every type as the first version stored it, and the keys of the persons named there, who are nobody's.
 * Each file was written once and never changes; new types and later versions get further files beside them.
 */
export const FILES = [
  'version-1',
  'version-1.people',
  'version-1.amendments',
  'version-1.goals',
  'version-1.steering',
  'version-1.webhooks',
  'version-1.notifications',
  'version-1.erasure',
  'version-1.machines',
  'version-1.roles',
  'version-1.reading',
  'version-1.holds',
  'version-1.deputies',
  'version-1.forgetting',
];
export const events = storedEvents(FILES);
export const eventsOf = (type: string) => events.filter((event) => event.type.endsWith(`.${type}`));

/** When they are read. */
export const NOW = '2026-03-05T09:30:00.000Z' as Instant;
export const today = { now: NOW, calendar: { timeZone: 'America/New_York', fiscalYears: [] } };
export const adaId = '87fe3b09-b3f1-5762-80fc-6423da82de8b' as PersonId;
export const alanId = 'a8f3c7a1-713f-5dba-968d-a57902f05ccd' as PersonId;
export const graceId = 'fe305b5b-3bbe-53ec-bee4-9018848cb81a' as PersonId;
export const parks = '88d92824-5b31-56db-9992-e4d0996da1f3' as UnitId;
export const pools = '07b908de-0fd6-511b-bfe9-a0cfcbefbefc' as UnitId;
export const kpiId = '0a39dc74-794b-5de2-a2d1-d09a4398341b' as KpiId;
export const visits = 'ee3ce62e-bddd-5b29-b450-a3a627ffd7ee' as KpiId;
