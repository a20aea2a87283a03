import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Replay } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import type { PeopleMoment } from '../people-list/people.query.js';
import { deputiesOf, type DeputiesOf } from './deputies-of.js';
import { KnownOrganisation, organisationKnownAt } from './known-organisation.js';

/** Who may act for somebody, and for whom they may. @returns undefined where there is no such person */
export class ReadDeputies extends Query<DeputiesOf | undefined> {
  constructor(
    readonly personId: PersonId,
    readonly at: PeopleMoment,
  ) {
    super();
  }
}

@QueryHandler(ReadDeputies)
export class ReadDeputiesHandler implements IQueryHandler<ReadDeputies> {
  constructor(
    @Inject(KnownOrganisation) private readonly known: KnownOrganisation,
    @Inject(Replay) private readonly replay: Replay,
  ) {}

  async execute({ personId, at: { asOf, asKnownAt } }: ReadDeputies): Promise<DeputiesOf | undefined> {
    const organisation = asKnownAt
      ? await organisationKnownAt(asKnownAt, this.replay)
      : await this.known.now();
    return deputiesOf(personId, asOf, organisation);
  }
}
