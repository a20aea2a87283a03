import { command } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { erasePerson } from './erase-person.decide.js';
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

/** Records that somebody is erased. What follows from it, the destruction of their key, is for whoever sends it. */
export const erasePersonCommand = command('ErasePerson', {
  fold: people,
  id: ({ personId }: { readonly personId: PersonId; readonly input: ErasePersonInput }) => personId,
  facts: ({ personId, input: { reason, force = false } }, { now }) => ({ personId, reason, force, now }),
  decide: erasePerson,
});
