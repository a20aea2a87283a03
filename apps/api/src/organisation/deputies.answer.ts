/** For how long somebody may act for another one. */
export class DeputyshipAnswer {
  /** For whom. */
  personId: string;

  deputyId: string;

  /** Moment from which it holds. */
  from: string;

  /** Moment from which it holds no more. */
  until: string;

  /** Whether the deputy may act at the moment: their time has come, and both belong to the organisation. */
  acting: boolean;
}

/** What holds at the moment, or is planned. */
export class DeputiesAnswer {
  /** Who acts for the person. */
  deputies: DeputyshipAnswer[];

  /** For whom the person acts. */
  deputyOf: DeputyshipAnswer[];
}
