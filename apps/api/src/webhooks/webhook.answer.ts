import { ApiProperty } from '@nestjs/swagger';
import { CommandOutcome } from '../http/outcome.answer.js';

export class SubscribedAnswer extends CommandOutcome {
  /** What deliveries are signed with; shown this once, and not when the request is sent again. */
  secret?: string;
}

/** A receiver of what happens, how far it was told, and why it is told no more. */
export class WebhookAnswer {
  id: string;

  /** @example "https://hooks.example.org/throughline" */
  url: string;

  /** Event types that it is told of; every one where absent. */
  @ApiProperty({ type: [String], required: false })
  types?: readonly string[];

  standing: 'idle' | 'sending' | 'failing' | 'parked';

  /** Up to here everything was taken. */
  position?: string;

  /** How often the next one was tried in vain. */
  attempts?: number;

  lastError?: string;
}

export class WebhooksAnswer {
  @ApiProperty({ type: [WebhookAnswer] })
  webhooks: readonly WebhookAnswer[];
}
