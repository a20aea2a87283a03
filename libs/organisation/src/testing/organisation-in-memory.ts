import { recorded } from '@pm/kernel/testing';
import { chart, CHART_ID } from '../chart/chart.state.js';
import { deputies } from '../deputies/deputies.state.js';
import { people } from '../people/person.state.js';
import { type Organisation, organisationOf, type OrganisationEvent } from '../reading/known-organisation.js';

/** The organisation that events make, each as of its own stream. */
export const organisationFrom = (...events: readonly OrganisationEvent[]): Organisation =>
  organisationOf(events.map((event) => ({ ...recorded(event, 0), stream: streamOf(event) })));

/** `<category>-<id>`. */
export function streamOf({ type, data }: OrganisationEvent): string {
  if (type.startsWith('Deputy')) return `${deputies.category}-${(data as { personId: string }).personId}`;
  return /^(Person|Manager)/.test(type)
    ? `${people.category}-${(data as { personId: string }).personId}`
    : `${chart.category}-${CHART_ID}`;
}
