import { IsOptional, Length } from 'class-validator';

/** How fresh a read must be. */
export class FreshnessQuery {
  /** A position that a command returned: the answer shows that command. */
  @IsOptional()
  @Length(3, 100)
  after?: string;
}
