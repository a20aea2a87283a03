/** How many KPIs of a unit, and of all below it, came out how. */
export class UnitOutcomeAnswer {
  /** Absent in the last row: KPIs of the unit asked for itself. */
  unitId?: string;

  number: string;

  name: string;

  metTarget: number;

  didNotMeet: number;

  noTarget: number;

  improving1y: number;

  notImproving1y: number;

  improving5y: number;

  notImproving5y: number;
}

export class OutcomesAnswer {
  /** @example "FY2023" */
  period: string;

  label?: string;

  /** What the units of the rows are called, where all are called the same; else `unit`. */
  kind: string;

  /** By number. */
  units: UnitOutcomeAnswer[];
}
