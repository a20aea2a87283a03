/** One thing that is wrong with a request's body or query. */
export class InvalidFieldAnswer {
  /** JSON pointer into the body or the query, or the name of the header or of the part of the path. */
  pointer: string;

  code: string;

  detail: string;
}

/** Why a request failed (RFC 9457); a rule adds members that say what it refused. */
export class ProblemAnswer {
  /** Address of a page that explains it. @example "/problems/unit-unknown" */
  type: string;

  /** Its code: it never changes. @example "unit-unknown" */
  title: string;

  /** Of HTTP. @example 404 */
  status: number;

  /** What went wrong and what to do. */
  detail: string;

  /** Of `invalid-input`: everything that is wrong. */
  errors?: InvalidFieldAnswer[];
}
