import { command } from '@pm/eventing/commands';
import type { PersonId } from '@pm/kernel';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { erasePerson, type ErasureRule } from './erase-person.decide.js';
import { ERASURE_REASONS, type ErasureReason } from './person.events.js';
import { people } from './person.state.js';

export class ErasePersonInput {
  /** On what grounds; stays readable for ever. */
  @IsIn(ERASURE_REASONS)
  reason: ErasureReason;

  /** Also somebody who has not left yet: they leave at once. */
  @IsOptional()
  @IsBoolean()
  force?: boolean;
}

export interface ErasePersonRequest {
  readonly personId: PersonId;
  readonly input: ErasePersonInput;
  /** The retention rule that asks; absent where somebody does. */
  readonly rule?: ErasureRule;
}

/** Records that somebody is erased. What follows from it, the destruction of their key, is for whoever sends it. */
export const erasePersonCommand = command('ErasePerson', {
  fold: people,
  id: ({ personId }: ErasePersonRequest) => personId,
  facts: ({ personId, input: { reason, force = false }, rule }, { now }) => ({
    personId,
    reason,
    force,
    rule,
    now,
  }),
  decide: erasePerson,
});
