import type { ActorId } from '@pm/kernel';

/** Who asks for a command, why, and as part of what. */
export interface CommandContext {
  readonly actor: ActorId;
  /** For whom a deputy or an administrator acts. */
  readonly onBehalfOf?: ActorId;
  /** What the actor may speak for besides themselves, as their token says. */
  readonly roles?: readonly string[];
  /** Recognises a repetition: actor, for whom, and Idempotency-Key, or an import's natural key; random where there is neither. */
  readonly commandId: string;
  /** True where the caller may repeat the request and expects one effect. */
  readonly repeatable: boolean;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly reason?: string;
  /** The revision that the caller saw (If-Match); another one refuses the command. */
  readonly expectedRevision?: number;
}
