import type { UnitId } from './ids.js';
import type { Calendar } from './period.js';
import { question } from './question.js';

/** How the organisation counts time. Answered by organisation. */
export const calendarInForce = question<Record<never, never>, Calendar>('calendar in force');

/** Whether goals and KPIs may belong to a unit. Answered by organisation. */
export const unitStanding = question<{ unitId: UnitId }, 'open' | 'closed' | 'unknown'>('standing of a unit');
