import type { Instant } from '@pm/kernel';
import type { CommandContext } from '@pm/eventing';
import type { Product } from '../jobs/product.js';
import type { RetentionRule } from './retention-rules.js';

/** A rule at one moment. */
export interface RuleInForce extends RetentionRule {
  /** Of the document of rules that it is in. */
  readonly version: number;
  /** What was over by then has been kept long enough. */
  readonly overBy: Instant;
}

/** A record that was kept long enough. */
export interface Expired {
  readonly personId: string;
  /** Which one, where there may be several of a person. */
  readonly recordId?: string;
  /** The organisation's own number for them. */
  readonly number?: string;
  /** When it was over. */
  readonly since: Instant;
  /** A hold keeps it all the same. */
  readonly held: boolean;
}

/** How records of one kind are found and ended. */
export interface Records {
  expired(rule: RuleInForce, product: Product): AsyncIterable<Expired>;
  /** Ends one that is not held. @returns false where it was gone, held or to be kept by now: it is left alone */
  end(
    record: Expired,
    rule: RuleInForce,
    by: { readonly product: Product; readonly context: CommandContext },
  ): Promise<boolean>;
}
