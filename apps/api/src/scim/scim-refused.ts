/** What is wrong with a request that SCIM cannot carry out (RFC 7644, section 3.12). */
export type ScimType =
  'invalidFilter' | 'invalidSyntax' | 'invalidValue' | 'mutability' | 'noTarget' | 'uniqueness';

/** A request of SCIM is not as the protocol, or what is kept of a user, wants it. */
export class ScimRefused extends Error {
  constructor(
    readonly scimType: ScimType,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ScimRefused';
  }
}
