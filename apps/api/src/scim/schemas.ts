/** What bodies of SCIM are sent as (RFC 7644, section 8.1). */
export const SCIM_TYPE = 'application/scim+json';

/** Under which everything of SCIM stands, beside the API of our own. */
export const SCIM_ROOT = '/scim/v2';

/** Names of what is sent (RFC 7643, section 8, and RFC 7644, section 8.2). */
export const SCHEMAS = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
  config: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  resourceType: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
} as const;
