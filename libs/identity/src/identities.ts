import type { Identity, Tokens } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { isKeyText } from './api-keys/key-text.js';
import { KeyBearers } from './api-keys/key-bearers.js';
import { RolesHeld } from './granted-roles/roles-held.js';
import { asDeputy, type Represented } from './on-behalf.js';

export interface IdentityParts {
  readonly tokens: Tokens;
  readonly answers: Answers;
  /** The `sub` of whoever counts as people admin until somebody else was granted it; nobody where absent. */
  readonly firstAdmin?: string;
}

/** Says who asks: people by their tokens and what was granted to them, machines by their keys. */
export class Identities {
  private readonly tokens: Tokens;
  private readonly keyBearers: KeyBearers;
  private readonly rolesHeld: RolesHeld;
  private readonly answers: Answers;

  constructor({ tokens, answers, firstAdmin }: IdentityParts) {
    this.tokens = tokens;
    this.answers = answers;
    this.keyBearers = new KeyBearers(answers);
    this.rolesHeld = new RolesHeld(answers, firstAdmin);
  }

  /**
   * @param text what stands behind `Bearer`
   * @throws Unauthenticated, ProviderUnavailable, StoreUnavailable
   */
  async identify(text: string): Promise<Identity> {
    if (isKeyText(text)) return this.keyBearers.identify(text);
    return this.rolesHeld.withGranted(await this.tokens.identify(text));
  }

  /** Somebody as deputy, for one request. @throws Rejection, StoreUnavailable */
  onBehalf(identity: Identity, represented: Represented): Promise<Identity> {
    return asDeputy(identity, represented, this.answers);
  }
}
