import { ModulesContainer } from '@nestjs/core';
import { PERMISSIONS } from '@pm/access';
import { PERMISSION } from '../../apps/api/src/http/endpoint.decorator.js';
import { openApi } from '../../apps/api/src/http/openapi.js';
import { type Server, startServer } from '../support/server.js';

/** What Nest's own decorators leave on a handler. */
const PATH = 'path';
const METHOD = 'method';
const ROUTE_CONFIG = '__fastify_route_config__';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Every method of every controller that answers requests. */
const endpoints = () =>
  [...server.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype: Record<string, object> }).prototype;
      return Object.getOwnPropertyNames(prototype)
        .map((name) => [`${metatype!.name}.${name}`, prototype[name]!] as const)
        .filter(([, method]) => Reflect.hasMetadata(METHOD, method) && Reflect.hasMetadata(PATH, method));
    });

describe('Every route', () => {
  it('declares who may use it: without a declaration it would be refused to everyone', () => {
    const permissions = endpoints().map(([name, method]) => [
      name,
      Reflect.getMetadata(PERMISSION, method) as string,
    ]);
    expect(permissions.length).toBeGreaterThan(15);
    const known: readonly string[] = [...PERMISSIONS, 'public'];
    expect(permissions.filter(([, permission]) => !known.includes(permission!))).toEqual([]);
  });

  it('is open to anyone only where it tells how the server is, and what a problem means', () => {
    const open = endpoints().filter(([, method]) => Reflect.getMetadata(PERMISSION, method) === 'public');
    expect(open.map(([name]) => name).sort()).toEqual([
      'HealthController.health',
      'HealthController.ready',
      'ProblemPagesController.list',
      'ProblemPagesController.page',
    ]);
  });

  it('is recorded where it reads what is held about people, and where it exports', () => {
    const configOf = (method: object) =>
      Reflect.getMetadata(ROUTE_CONFIG, method) as { recorded?: string } | undefined;
    const recorded = endpoints().filter(([, method]) => configOf(method)?.recorded !== undefined);
    expect(recorded.map(([name]) => name).sort()).toEqual([
      'DeputiesController.read',
      'ExportsController.goalHistory',
      'ExportsController.goals',
      'ExportsController.measurements',
      'GoalHistoryController.changes',
      'GoalHistoryController.figure',
      'GoalHistoryController.goal',
      'GoalHistoryController.goalChanges',
      'GoalHistoryController.tree',
      'PersonController.list',
      'PersonController.read',
      'PersonDataController.read',
      'ReadsController.list',
      'ReadsController.ofPerson',
    ]);
  });

  it('is named by the OpenAPI document, with what it does and who may', () => {
    const { paths } = openApi(server.app);
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { summary?: string; description?: string }>).map(
        ([method, { summary, description }]) => ({ route: `${method} ${path}`, summary, description }),
      ),
    );
    expect(operations).toHaveLength(endpoints().length);
    const silent = operations.filter(({ summary }) => !summary);
    const withoutPermission = operations.filter(
      ({ description }) => !description?.startsWith('Permission: '),
    );
    expect(silent).toEqual([]);
    expect(withoutPermission.map(({ route }) => route)).toEqual([
      'get /health',
      'get /ready',
      'get /problems',
      'get /problems/{code}',
    ]);
  });

  it('is in the document that the server itself publishes', async () => {
    const { status, body } = await server.send('GET', '/api/v1/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toEqual(Object.keys(openApi(server.app).paths));
  });
});
