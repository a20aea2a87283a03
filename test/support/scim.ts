import type { Role } from '@pm/access';
import { made } from './made.js';
import { type Answer, type Method, type Server, startServer } from './server.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** Asks as an identity provider does. */
export type ScimClient = (method: Method, path: string, body?: object) => Promise<Answer>;

export function scimClient(server: Server, ...roles: Role[]): ScimClient {
  const token = server.tokenOf('provisioning', roles);
  return async (method, path, body) =>
    server.send(method, `/scim/v2${path}`, body && JSON.stringify(body), {
      authorization: `Bearer ${await token}`,
      ...(body && { 'content-type': 'application/scim+json; charset=utf-8' }),
    });
}

/** A city with parks (unit P) and police (unit L), and who provisions its people. */
export async function openCity(): Promise<{ server: Server; scim: ScimClient }> {
  const server = await startServer();
  const admin = server.as('people-admin');
  await admin.put('/calendar', {
    timeZone: 'Europe/Stockholm',
    fiscalYearStartMonth: 1,
    from: '2000-01-01',
  });
  const parentId = await made(admin.post('/units', { number: 'C', name: 'City', kind: 'city' }));
  await made(admin.post('/units', { number: 'P', name: 'Parks', kind: 'agency', parentId }));
  await made(admin.post('/units', { number: 'L', name: 'Police', kind: 'agency', parentId }));
  return { server, scim: scimClient(server, 'people-admin') };
}

/** A user as both providers send one, once their mapping is as our documentation says. */
export const user = (userName: string, displayName: string, more: object = {}, enterprise: object = {}) => ({
  schemas: [USER, ENTERPRISE],
  userName,
  displayName,
  active: true,
  [ENTERPRISE]: { department: 'P', ...enterprise },
  ...more,
});

export const patch = (...Operations: object[]) => ({ schemas: [PATCH], Operations });

/** Who was provisioned. */
export async function provisioned(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  expect({ status, detail: body.detail }).toEqual({ status: 201, detail: undefined });
  return body.id as string;
}

/** What every failed request of SCIM is answered with (RFC 7644, section 3.12). */
export function expectScimError(
  { status, body, headers }: Answer,
  ...[told, scimType, code]: [status: number, scimType: string | undefined, code: string]
): void {
  expect([status, body.scimType, body.detail.split(':')[0]]).toEqual([told, scimType, code]);
  expect(body).toMatchObject({ schemas: [ERROR], status: String(told) });
  expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
}
