import { type Identity, keyActor, type Permission, Unauthenticated } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { epochMs } from '@pm/kernel';
import { RecentlyRead } from '../recently-read.js';
import { type ApiKey, apiKeys, inForce } from './api-key.state.js';
import { isSecretOf, keyIn } from './key-text.js';

/** What is opened by a key, as a stream of changes, is opened anew after so long: by then it may be revoked. */
const RELIED_ON_S = 600;

/** Tells which machine a key belongs to. One that was revoked is believed for five seconds at most. */
export class KeyBearers {
  private readonly keys: RecentlyRead<ApiKey>;

  constructor(private readonly answers: Pick<Answers, 'asking' | 'now'>) {
    this.keys = new RecentlyRead(
      (keyId) => answers.asking().read(apiKeys, keyId),
      () => epochMs(answers.now()),
    );
  }

  /** @throws Unauthenticated where the key is unknown, expired or revoked */
  async identify(text: string): Promise<Identity> {
    const { keyId, secret } = keyIn(text) ?? {};
    if (!keyId || !secret) throw new Unauthenticated();
    const now = this.answers.now();
    const issued = inForce(await this.keys.get(keyId), now);
    if (!issued || !isSecretOf(secret, issued.hash)) throw new Unauthenticated();
    return {
      actor: keyActor(keyId),
      roles: ['machine'],
      scopes: issued.scopes as readonly Permission[],
      expiresAt: Math.min(epochMs(issued.expiresAt), epochMs(now) + RELIED_ON_S * 1000) / 1000,
    };
  }
}
