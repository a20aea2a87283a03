/** What a command answers. */
export class CommandOutcome {
  /** Of what was created or changed. */
  id: string;

  /** Of its stream; the same as the ETag. */
  revision: number;

  /** Send it as `after` with a read that must show this command. */
  position?: string;

  /** How many events were recorded; 0 where there was nothing new. */
  recorded: number;

  /** True where the same Idempotency-Key had been carried out before. */
  repeated: boolean;
}
