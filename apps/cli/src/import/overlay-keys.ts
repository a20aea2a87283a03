import { type KeyHolder, Keys } from '@pm/eventing';

/** Opens what is sealed already, and keeps every new key apart from the ones there are. */
export class OverlayKeys extends Keys {
  constructor(
    private readonly held: Keys,
    private readonly added: Keys,
  ) {
    super();
  }

  async keyFor(person: string): Promise<Buffer | undefined> {
    return (await this.held.existingKey(person)) ?? this.added.keyFor(person);
  }

  async existingKeys(people: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return new Map([...(await this.added.existingKeys(people)), ...(await this.held.existingKeys(people))]);
  }

  async destroy(): Promise<void> {
    throw new Error('a dry run destroys no key');
  }

  async *holders(): AsyncGenerator<KeyHolder> {
    yield* this.held.holders();
    yield* this.added.holders();
  }

  async adopt(): Promise<void> {
    throw new Error('a dry run takes over no key');
  }

  async close(): Promise<void> {
    await this.held.close();
    await this.added.close();
  }
}
