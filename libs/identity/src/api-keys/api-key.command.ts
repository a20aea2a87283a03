import { allows, type Permission, PERMISSIONS, type Role } from '@pm/access';
import { command } from '@pm/eventing/commands';
import { type KpiId, later, type UnitId } from '@pm/kernel';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { apiKeys } from './api-key.state.js';
import { issueApiKey } from './issue-api-key.decide.js';
import { revokeApiKey } from './revoke-api-key.decide.js';

/** Machines neither issue keys nor grant roles: what they may do ends with their own key. */
export const SCOPES: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'api-key.manage' && permission !== 'role.grant',
);

const DAY_MS = 86_400_000;

export class IssueApiKeyInput {
  /** What the machine is; nobody's name. @example "Counters at the pools" */
  @Length(1, 100)
  @Matches(/\S/, { message: 'name must not be blank' })
  name: string;

  /** What it may do: permissions that you have yourself. @example ["kpi.measure"] */
  @ArrayNotEmpty()
  @ArrayMaxSize(PERMISSIONS.length)
  @IsIn(SCOPES, { each: true })
  scopes: Permission[];

  /** Measures only KPIs of these units and of the units below them, beside `kpiIds`; every one where both are absent. */
  @IsOptional()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  unitIds?: string[];

  /** Measures only these KPIs, beside those of `unitIds`. */
  @IsOptional()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  kpiIds?: string[];

  /** How long it counts: 1 to 366 days. @example 90 */
  @IsInt()
  @Min(1)
  @Max(366)
  validDays: number = 90;
}

export class RevokeApiKeyInput {
  /** Why; stays beside the key. @example "It was found in a repository" */
  @Length(1, 500)
  reason: string;
}

export interface IssueApiKeyRequest {
  readonly keyId: string;
  /** SHA-256 of its secret, hexadecimal. */
  readonly hash: string;
  readonly input: IssueApiKeyInput;
}

export const issueApiKeyCommand = command('IssueApiKey', {
  fold: apiKeys,
  id: ({ keyId }: IssueApiKeyRequest) => keyId,
  facts: ({ keyId, hash, input }, { now, by }) => {
    const { name, scopes, unitIds = [], kpiIds = [], validDays } = input;
    return {
      keyId,
      name,
      scopes,
      withheld: scopes.filter((scope) => !allows((by.roles ?? []) as readonly Role[], scope)),
      limits: { unitIds: unitIds as UnitId[], kpiIds: kpiIds as KpiId[] },
      hash,
      expiresAt: later(now, validDays * DAY_MS),
    };
  },
  decide: issueApiKey,
});

export const revokeApiKeyCommand = command('RevokeApiKey', {
  fold: apiKeys,
  id: ({ keyId }: { readonly keyId: string; readonly input: RevokeApiKeyInput }) => keyId,
  facts: ({ keyId }) => ({ keyId }),
  decide: revokeApiKey,
});
