import type { CommandBus } from '@nestjs/cqrs';
import type { Answers } from '@pm/eventing';

/** What is needed of the product to send it commands by the thousand. */
export interface Ports {
  readonly commands: CommandBus;
  readonly answers: Answers;
}
