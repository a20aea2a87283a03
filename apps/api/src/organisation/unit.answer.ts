/** A unit and where it stands. */
export class UnitAnswer {
  unitId: string;

  /** What the organisation knows it by. @example "846" */
  number?: string;

  name: string;

  /** What such a unit is called. @example "agency" */
  kind: string;

  /** `top` for the organisation itself. */
  parentId: string;

  closed: boolean;

  /** Who stands for it at the moment. */
  headId?: string;

  /** Who cares for its people and those of the units below at the moment. */
  hrPartnerId?: string;
}

export class UnitsAnswer {
  units: UnitAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
