/** What a problem means, where it comes from and what to do. */
export class ProblemPageAnswer {
  /** @example "unit-unknown" */
  code: string;

  meaning: string;

  cause: string;

  cure: string;
}

export class ProblemPagesAnswer {
  /** By code. */
  problems: ProblemPageAnswer[];
}
