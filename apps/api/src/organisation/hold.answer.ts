/** Whether somebody is kept from being erased. */
export class HoldAnswer {
  /** Since when; null where no hold stands. */
  heldAt: string | null;
}
