/** What somebody who ran into a problem reads about it. */
export interface ProblemPage {
  /** What it says, in a sentence. */
  readonly meaning: string;
  /** Why that happens. */
  readonly cause: string;
  /** What to do. */
  readonly cure: string;
}

/** A page for each code of a part of the product. */
export type ProblemPages = Readonly<Record<string, ProblemPage>>;
