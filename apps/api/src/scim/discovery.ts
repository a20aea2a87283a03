import { LIMIT_MAX } from './page.js';
import { SCHEMAS, SCIM_ROOT } from './schemas.js';

const unsupported = { supported: false };

/** What of SCIM is spoken (RFC 7643, section 5). */
export const PROVIDER_CONFIG = {
  schemas: [SCHEMAS.config],
  patch: { supported: true },
  bulk: { ...unsupported, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: LIMIT_MAX },
  changePassword: unsupported,
  sort: unsupported,
  etag: unsupported,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'Of somebody with the permission people.provision.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${SCIM_ROOT}/ServiceProviderConfig` },
};

export const USER_TYPE = {
  schemas: [SCHEMAS.resourceType],
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  description: 'A person of the organisation',
  schema: SCHEMAS.user,
  schemaExtensions: [{ schema: SCHEMAS.enterprise, required: true }],
  meta: { resourceType: 'ResourceType', location: `${SCIM_ROOT}/ResourceTypes/User` },
};

const attribute = (name: string, description: string, more: object = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: true,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
});

const schema = (id: string, name: string, attributes: readonly object[]) => ({
  schemas: [SCHEMAS.schema],
  id,
  name,
  attributes,
  meta: { resourceType: 'Schema', location: `${SCIM_ROOT}/Schemas/${id}` },
});

const complex = (name: string, description: string, part: object) =>
  attribute(name, description, { type: 'complex', subAttributes: [part] });

/** The attributes that are kept (RFC 7643, section 7); all others are taken and not stored. */
export const USER_SCHEMAS = [
  schema(SCHEMAS.user, 'User', [
    attribute('userName', 'The person’s number', {
      required: true,
      mutability: 'immutable',
      uniqueness: 'server',
    }),
    attribute('displayName', 'Kept sealed under the person’s key'),
    complex('name', 'The same', attribute('formatted', 'The same')),
    attribute('active', 'False: today is their last day', { type: 'boolean' }),
  ]),
  schema(SCHEMAS.enterprise, 'EnterpriseUser', [
    attribute('department', 'Number of the unit that they belong to', { required: true }),
    complex('manager', 'Who leads them', attribute('value', 'Id of that user, or their number')),
  ]),
];
