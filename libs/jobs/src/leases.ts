/** The right to be the only one who does something, until it is not renewed in time. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Grows with each change of holder: what is written under it can be told from what an earlier holder writes late. */
  readonly token: number;
}

/**
 * Who may do what only one may do at a time.
 *
 * A holder may rely on its lease for `ttlMs` after its last acquire or renew *began*, by a clock that never steps. One
 * that was suspended for longer finds out at its next renewal only: whatever must not happen twice is fenced by the
 * token, or by a compare-and-set of its own.
 */
export abstract class Leases {
  /** @returns undefined while another holds it; the same lease again for the one who holds it */
  abstract acquire(name: string, holder: string, ttlMs: number): Promise<Lease | undefined>;

  /** @throws LeaseLost where another has taken it over; one that has run out and that nobody took is renewed */
  abstract renew(lease: Lease): Promise<void>;

  /** Lets others have it at once; does nothing where it was lost. */
  abstract release(lease: Lease): Promise<void>;

  /** Who holds it now, as far as can be seen from here. */
  abstract holder(name: string): Promise<string | undefined>;
}

/** Another holds it now. */
export class LeaseLost extends Error {
  constructor(readonly lease: Lease) {
    super(`${lease.holder} no longer holds ${lease.name}`);
    this.name = 'LeaseLost';
  }
}
