import { allows, isDelegable, PERMISSIONS, type Permission, type Role, ROLES } from './permissions.js';

/** Who may do what, in full: a change of it is a decision, not a side effect. */
const TABLE: Record<Role, readonly Permission[]> = {
  employee: [
    'organisation.read',
    'people.read',
    'deputy.appoint',
    'kpi.read',
    'goal.read',
    'goal.plan',
    'outcomes.read',
    'changes.read',
    'inbox.read',
  ],
  manager: [
    'organisation.read',
    'people.read',
    'deputy.appoint',
    'kpi.read',
    'kpi.measure',
    'goal.read',
    'goal.plan',
    'outcomes.read',
    'changes.read',
    'inbox.read',
  ],
  'hr-partner': [
    'organisation.read',
    'people.read',
    'deputy.appoint',
    'kpi.read',
    'goal.read',
    'outcomes.read',
    'changes.read',
    'inbox.read',
  ],
  'people-admin': [
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
    'goal.read',
    'goal.plan',
    'goal.readers',
    'outcomes.read',
    'import.run',
    'changes.read',
    'inbox.read',
    'reads.view',
    'api-key.manage',
    'role.grant',
  ],
  controller: [
    'organisation.read',
    'period.freeze',
    'people.read',
    'deputy.appoint',
    'kpi.read',
    'kpi.define',
    'kpi.target',
    'kpi.measure',
    'kpi.correct',
    'goal.read',
    'goal.plan',
    'outcomes.read',
    'import.run',
    'changes.read',
    'inbox.read',
    'webhook.manage',
    'api-key.manage',
  ],
  executive: [
    'organisation.read',
    'people.read',
    'deputy.appoint',
    'kpi.read',
    'kpi.target',
    'goal.read',
    'goal.plan',
    'outcomes.read',
    'changes.read',
    'inbox.read',
  ],
  auditor: [
    'organisation.read',
    'people.read',
    'kpi.read',
    'goal.read',
    'goal.readers',
    'outcomes.read',
    'operations.view',
    'changes.read',
    'inbox.read',
    'reads.view',
  ],
  machine: ['kpi.measure'],
  'system-admin': ['operations.view', 'operations.act', 'api-key.manage', 'role.grant'],
};

const allowed = (...roles: Role[]) => PERMISSIONS.filter((permission) => allows(roles, permission));

describe('Permissions', () => {
  it.each(ROLES)('of the role %s are these and no others', (role) =>
    expect(allowed(role)).toEqual(TABLE[role]),
  );

  it('of several roles are those of each', () =>
    expect(allowed('people-admin', 'machine')).toEqual([
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
      'kpi.measure',
      'goal.read',
      'goal.plan',
      'goal.readers',
      'outcomes.read',
      'import.run',
      'changes.read',
      'inbox.read',
      'reads.view',
      'api-key.manage',
      'role.grant',
    ]));

  it('are none without a role', () => expect(allowed()).toEqual([]));

  it('are each given to somebody', () => expect(allowed(...ROLES)).toEqual([...PERMISSIONS]));

  it('let a deputy plan and read goals, and read KPIs, for somebody else, and do nothing besides', () =>
    expect(PERMISSIONS.filter(isDelegable)).toEqual(['kpi.read', 'goal.read', 'goal.plan']));
});
