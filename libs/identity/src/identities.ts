import type { Identity, Tokens } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { isKeyText } from './api-keys/key-text.js';
import { KeyBearers } from './api-keys/key-bearers.js';

/** Says who asks: people by their tokens, machines by their keys. */
export class Identities {
  private readonly keyBearers: KeyBearers;

  constructor(
    private readonly tokens: Tokens,
    answers: Answers,
  ) {
    this.keyBearers = new KeyBearers(answers);
  }

  /**
   * @param text what stands behind `Bearer`
   * @throws Unauthenticated, ProviderUnavailable, StoreUnavailable
   */
  async identify(text: string): Promise<Identity> {
    return isKeyText(text) ? this.keyBearers.identify(text) : this.tokens.identify(text);
  }
}
