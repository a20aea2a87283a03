export class ScimManagerAnswer {
  /** The manager's id. */
  value: string;
}

export class ScimEnterpriseAnswer {
  /** Number of the unit that they belong to, or its id where it has none. */
  department: string;

  /** Absent where nobody leads them. */
  manager?: ScimManagerAnswer;
}

export class ScimNameAnswer {
  formatted: string;
}

export class ScimMetaAnswer {
  /** @example "User" */
  resourceType: string;

  location: string;
}

/** A person as SCIM shows them: as they stand at the end of today. */
export class ScimUserAnswer {
  schemas: string[];

  id: string;

  /** The person's number, or their id where they have none. @example "1815" */
  userName: string;

  displayName: string;

  name: ScimNameAnswer;

  /** False from their last day on. */
  active: boolean;

  /** Only while they belong to the organisation. */
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'?: ScimEnterpriseAnswer;

  meta: ScimMetaAnswer;
}

export class ScimUsersAnswer {
  schemas: string[];

  /** Of all pages. */
  totalResults: number;

  /** Of the first one here, from 1. */
  startIndex: number;

  itemsPerPage: number;

  Resources: ScimUserAnswer[];
}

/** Why a request of SCIM failed. */
export class ScimErrorAnswer {
  schemas: string[];

  /** Of HTTP. @example "404" */
  status: string;

  /** A word of RFC 7644, section 3.12, where it has one. @example "invalidValue" */
  scimType?: string;

  /** The code of the problem, as under /problems, and what to do. */
  detail: string;
}
