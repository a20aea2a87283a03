import { ApiProperty } from '@nestjs/swagger';
import { CommandOutcome } from '../http/outcome.answer.js';

export class IssuedKeyAnswer extends CommandOutcome {
  /** Sent as `Authorization: Bearer <key>`; shown this once, and not when the request is sent again. */
  key?: string;
}

export class MeasuringLimitsAnswer {
  /** With the units below them. */
  @ApiProperty({ type: [String] })
  unitIds: readonly string[];

  @ApiProperty({ type: [String] })
  kpiIds: readonly string[];
}

/** What a machine may do, from when to when, and by whose word. */
export class ApiKeyAnswer {
  keyId: string;

  /** @example "Counters at the pools" */
  name: string;

  /** Permissions. */
  @ApiProperty({ type: [String] })
  scopes: readonly string[];

  /** The KPIs that it may measure; every one where absent. */
  limits?: MeasuringLimitsAnswer;

  standing: 'valid' | 'expired' | 'revoked';

  issuedBy: string;

  issuedAt: string;

  expiresAt: string;

  revokedBy?: string;

  revokedAt?: string;
}

export class ApiKeysAnswer {
  /** By when they were issued. */
  @ApiProperty({ type: [ApiKeyAnswer] })
  keys: readonly ApiKeyAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
