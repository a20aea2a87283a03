import { ROLES, type Permission, type Role } from '@pm/access';
import { openApi } from '../../../apps/api/src/http/openapi.js';
import type { Method, Server } from '../../support/server.js';
import { ROUTES_TABLE } from './routes.table.js';
import { rowsOf } from './table.js';

/** A route as the table declares it. */
export interface Declared {
  /** `GET /api/v1/goals` */
  readonly route: string;
  /** All that a key needs to use it; none where it is public. */
  readonly permissions: readonly Permission[];
  readonly roles: readonly Role[];
  /** Roles of those who may use it for themselves alone. */
  readonly own: readonly Role[];
  /** Whether a key can use it at all. */
  readonly keys: boolean;
}

export const DECLARED: readonly Declared[] = rowsOf(ROUTES_TABLE).map(([method, path, named, marked]) => {
  const marks = marked!.split(' ');
  const having = (mark: string) => ROLES.filter((_, column) => marks[column] === mark);
  return {
    route: `${method} ${path}`,
    permissions: named === 'public' ? [] : (named!.split(' ') as Permission[]),
    roles: having('x'),
    own: having('o'),
    keys: marks[ROLES.length] === 'x',
  };
});

/** Every route that the application itself says that it has. */
export const routesOf = (server: Server): readonly string[] =>
  Object.entries(openApi(server.app).paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );

/** A request by a route, with something in place of each parameter in its path. */
export function requestBy(
  route: string,
  parameter: (name: string) => string,
): { readonly method: Method; readonly url: string } {
  const [method, path] = route.split(' ') as [Method, string];
  return { method, url: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameter(name)) };
}
