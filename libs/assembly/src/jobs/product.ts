import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Answers } from '@pm/eventing';

/** What jobs ask and tell the rest of the product by. */
export class Product {
  constructor(
    readonly answers: Answers,
    readonly commands: CommandBus,
    readonly queries: QueryBus,
  ) {}
}
