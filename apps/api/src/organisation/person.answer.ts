export class MembershipAnswer {
  /** Moment from which it holds. */
  from: string;

  unitId: string;
}

export class LeadershipAnswer {
  /** Moment from which it holds. */
  from: string;

  /** Null where nobody leads them. */
  managerId: string | null;
}

/** A person as they stand at a moment. */
export class PersonAnswer {
  personId: string;

  /** What the organisation knows them by. */
  number?: string;

  /** Null once they were erased. */
  name: string | null;

  joinedAt: string;

  leftAt?: string;

  /** From when on nothing is known of them but what happened: all texts about and by them are gone. */
  erasedAt?: string;

  standing: 'present' | 'unknown' | 'not-joined' | 'left';

  /** Where they belong at the moment; only while they are present. */
  unitId?: string;

  /** Who leads them at the moment; null for nobody. */
  managerId?: string | null;

  /** By `from`; those planned for later, too. */
  memberships: MembershipAnswer[];

  /** By `from`; those planned for later, too. */
  managers: LeadershipAnswer[];
}

export class ManagerLineAnswer {
  /** From the nearest up. */
  personIds: string[];

  /** Two changes at the same moment put people above each other: one of them is to be put right. */
  problem?: 'manager-cycle';
}

export class PersonWithLineAnswer extends PersonAnswer {
  managerLine: ManagerLineAnswer;
}

export class PeopleAnswer {
  people: PersonAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
