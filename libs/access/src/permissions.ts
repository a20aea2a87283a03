/** What can be allowed, by name: `<what>.<verb>`. */
export const PERMISSIONS = [
  'organisation.read',
  'organisation.change',
  'kpi.read',
  'kpi.define',
  'kpi.target',
  'kpi.measure',
  'kpi.correct',
  'outcomes.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'employee',
  'manager',
  'people-admin',
  'controller',
  'executive',
  'auditor',
  'machine',
] as const;
export type Role = (typeof ROLES)[number];

const READS: readonly Permission[] = ['organisation.read', 'kpi.read', 'outcomes.read'];

/** Deny by default: a role may do what stands here and nothing else. */
const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  employee: READS,
  manager: [...READS, 'kpi.measure'],
  'people-admin': [...READS, 'organisation.change'],
  controller: [...READS, 'kpi.define', 'kpi.target', 'kpi.measure', 'kpi.correct'],
  executive: [...READS, 'kpi.target'],
  auditor: READS,
  machine: ['kpi.measure'],
};

export function allows(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ALLOWED[role].includes(permission));
}
