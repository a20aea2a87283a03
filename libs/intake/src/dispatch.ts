import type { CommandBus } from '@nestjs/cqrs';
import type { Decided } from '@pm/eventing';
import type { Sent } from '@pm/eventing/commands';
import type { Planned } from '@pm/importing';
import { Rejection } from '@pm/kernel';

/** What became of some items: refused, or carried out, whether anything was new or not. */
type Ended = (items: readonly Planned<unknown>[], refusal: Rejection | undefined) => void;

/** Sends many commands, counts what they record, and leaves out what a rule refuses. */
export class Dispatch {
  private readonly counts = new Map<string, number>();
  private latest: string | undefined;

  /** @param onEnded told once of every item */
  constructor(
    private readonly commands: CommandBus,
    private readonly onEnded: Ended,
  ) {}

  /** Events recorded, by the name of their type. */
  get recorded(): ReadonlyMap<string, number> {
    return this.counts;
  }

  /** Views that have reached it show all that was carried out; undefined where nothing was. */
  get position(): string | undefined {
    return this.latest;
  }

  /** Items in one command; where a rule refuses it, each alone, so that the good ones go on. */
  async together<T>(
    items: readonly Planned<T>[],
    commandFor: (items: readonly Planned<T>[]) => Sent<object>,
  ): Promise<void> {
    const refusal = await this.refusalOf(commandFor(items));
    if (refusal && items.length > 1) for (const item of items) await this.together([item], commandFor);
    else this.onEnded(items, refusal);
  }

  /** Items in one command, which stand or fall together. */
  async whole(items: readonly Planned<unknown>[], command: Sent<object>): Promise<void> {
    this.onEnded(items, await this.refusalOf(command));
  }

  /** What stands for no item. @throws what the command throws, a Rejection too */
  async carriedOut(command: Sent<object>): Promise<void> {
    this.count(await this.commands.execute(command));
  }

  private async refusalOf(command: Sent<object>): Promise<Rejection | undefined> {
    try {
      await this.carriedOut(command);
      return undefined;
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  }

  private count({ types, position }: Decided): void {
    for (const type of types) this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
    if (position !== undefined && (this.latest === undefined || position > this.latest))
      this.latest = position;
  }
}
