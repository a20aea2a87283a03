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

const PARAMETERS: Readonly<Record<string, string>> = { period: 'FY2020', name: 'unit-tree', position: '1' };
/** A stream of changes would not end. */
const QUERIES: Readonly<Record<string, string>> = { 'GET /api/v1/changes': '?views=none' };

/** Whether a request by a route is let through to whatever else is wrong with it. @param about id of whatever it is about */
export async function isLetIn(
  server: Server,
  route: string,
  { about, headers }: { readonly about: string; readonly headers?: Readonly<Record<string, string>> },
): Promise<boolean> {
  const { method, url } = requestBy(route, (name) => PARAMETERS[name] ?? about);
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};
  const { status } = await server.send(method, `${url}${QUERIES[route] ?? ''}`, body, headers);
  expect({ route, status, isBug: status === 500 }).toMatchObject({ isBug: false });
  return status !== 401 && status !== 403;
}
