import { type CommandContext, newId } from '@pm/eventing';
import type { ActorId } from '@pm/kernel';

/** A command that a job sends by itself, as part of some work: each time another one. */
export const asJob = (actor: ActorId, workId: string): CommandContext => ({
  actor,
  commandId: newId(),
  repeatable: false,
  correlationId: workId,
});
