import { declareEvents } from '@pm/kernel';
import type { ChartEvent } from './chart/chart.events.js';
import type { DeputyEvent } from './deputies/deputies.events.js';
import type { PersonEvent } from './people/person.events.js';

export type * from './chart/chart.events.js';
export type * from './deputies/deputies.events.js';
export type * from './people/person.events.js';

/** Whatever is said of a person is sealed under that person's key, and so is why. */
const about = { schemaVersion: 1, reasonAbout: 'data.personId' } as const;

/** Why somebody is named is said of them; why nobody is any more, the actor's own words. */
const named = { schemaVersion: 1, reasonAbout: 'data.personId|actor' } as const;

export const organisationEvents = declareEvents<ChartEvent | PersonEvent | DeputyEvent>()('organisation', {
  CalendarSet: { schemaVersion: 1 },
  PeriodFrozen: { schemaVersion: 1 },
  PeriodReleased: { schemaVersion: 1 },
  UnitOpened: { schemaVersion: 1 },
  UnitRenamed: { schemaVersion: 1 },
  UnitMoved: { schemaVersion: 1 },
  UnitClosed: { schemaVersion: 1 },
  UnitHeadNamed: named,
  UnitPartnerNamed: named,
  PersonJoined: { ...about, personal: { name: 'data.personId' } },
  PersonMoved: about,
  ManagerChanged: about,
  PersonRenamed: { ...about, personal: { name: 'data.personId' } },
  PersonLeft: about,
  PersonErased: { schemaVersion: 1 },
  HoldPlaced: about,
  HoldReleased: about,
  DeputyAppointed: about,
  DeputyEnded: about,
});
