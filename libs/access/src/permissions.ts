/** What can be allowed, by name: `<what>.<verb>`. */
export const PERMISSIONS = [
  'organisation.read',
  'organisation.change',
  'period.freeze',
  'people.read',
  'people.change',
  'people.erase',
  'people.disclose',
  'people.provision',
  'deputy.appoint',
  'kpi.read',
  'kpi.define',
  'kpi.target',
  'kpi.measure',
  'kpi.correct',
  'goal.read',
  'goal.plan',
  'goal.readers',
  'outcomes.read',
  'operations.view',
  'operations.act',
  'import.run',
  'changes.read',
  'inbox.read',
  'webhook.manage',
  'reads.view',
  'api-key.manage',
  'role.grant',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'employee',
  'manager',
  'hr-partner',
  'people-admin',
  'controller',
  'executive',
  'auditor',
  'machine',
  'system-admin',
] as const;
export type Role = (typeof ROLES)[number];

const READS: readonly Permission[] = [
  'organisation.read',
  'people.read',
  'kpi.read',
  'goal.read',
  'outcomes.read',
  'changes.read',
  'inbox.read',
];

/** Deny by default: a role may do what stands here and nothing else. */
const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  employee: [...READS, 'deputy.appoint', 'goal.plan'],
  manager: [...READS, 'deputy.appoint', 'goal.plan', 'kpi.measure'],
  // Cares for the people of units that are assigned to them, and of those below.
  'hr-partner': [...READS, 'deputy.appoint'],
  'people-admin': [
    ...READS,
    'organisation.change',
    'period.freeze',
    'people.change',
    'people.erase',
    'people.disclose',
    'people.provision',
    'deputy.appoint',
    'goal.plan',
    'goal.readers',
    'import.run',
    'reads.view',
    'api-key.manage',
    'role.grant',
  ],
  controller: [
    ...READS,
    'period.freeze',
    'deputy.appoint',
    'goal.plan',
    'kpi.define',
    'kpi.target',
    'kpi.measure',
    'kpi.correct',
    'import.run',
    'webhook.manage',
    'api-key.manage',
  ],
  executive: [...READS, 'deputy.appoint', 'goal.plan', 'kpi.target'],
  auditor: [...READS, 'goal.readers', 'operations.view', 'reads.view'],
  machine: ['kpi.measure'],
  // Runs the service and sees nothing of what it holds.
  'system-admin': ['operations.view', 'operations.act', 'api-key.manage', 'role.grant'],
};

/**
 * What a deputy may do for somebody else, where their own roles allow it: that alone of which rules ask how somebody stands to
 * whose it is. Anything else everyone does in their own name.
 */
const DELEGABLE: readonly Permission[] = ['goal.read', 'goal.plan', 'kpi.read'];

export const isDelegable = (permission: Permission): boolean => DELEGABLE.includes(permission);

export function allows(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ALLOWED[role].includes(permission));
}
