import { type Identity, may, type Permission } from '@pm/access';

/** What somebody must be allowed to read in order to follow a view. One that is not here is followed by nobody. */
export const FOLLOWING: Readonly<Record<string, Permission>> = {
  'unit-tree': 'organisation.read',
  people: 'people.read',
  'unit-members': 'people.read',
  'kpi-scorecard': 'kpi.read',
  'kpi-trend': 'kpi.read',
  'kpi-annotations': 'kpi.read',
  'goal-tree': 'goal.read',
  inbox: 'inbox.read',
  'api-keys': 'api-key.manage',
};

/** Of these views, those that somebody may follow. */
export const followable = (views: readonly string[], asker: Identity): readonly string[] =>
  views.filter((view) => {
    const permission = FOLLOWING[view];
    return permission !== undefined && may(asker, permission);
  });
