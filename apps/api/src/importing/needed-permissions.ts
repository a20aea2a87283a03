import type { Permission } from '@pm/access';
import type { Mapping } from '@pm/importing';

type Section = Exclude<keyof Mapping, 'source' | 'csv'>;

/** What each section of a mapping does needs the same permission by every door. */
const NEEDED: Readonly<Record<Section, Permission>> = {
  calendar: 'organisation.change',
  units: 'organisation.change',
  people: 'people.change',
  heads: 'people.change',
  goals: 'goal.plan',
  kpis: 'kpi.define',
  targets: 'kpi.target',
  measurements: 'kpi.measure',
};

/** What one must be allowed to do oneself to import by a mapping. */
export function neededPermissions(mapping: Mapping): Permission[] {
  const sections = Object.entries(NEEDED) as [Section, Permission][];
  return sections.filter(([section]) => mapping[section] !== undefined).map(([, permission]) => permission);
}
