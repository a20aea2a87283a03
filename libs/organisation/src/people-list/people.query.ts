import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, Replay } from '@pm/eventing';
import type { Instant, PersonId } from '@pm/kernel';
import {
  FreshViews,
  type Freshness,
  type Generation,
  listedOf,
  type ListQuery,
  ViewStore,
} from '@pm/projections';
import { valueAt } from '../dated.state.js';
import { type ManagerLine, managerLine } from '../people/people-above.js';
import { peopleKnown, personKnown } from './people-known.js';
import { peopleView, type PersonDocument, presentPerson } from './people.view.js';
import { unitMembers, type UnitMember } from './unit-members.view.js';

/** At which moment somebody stands where, as it was known then; as it is known where that is absent. */
export interface PeopleMoment extends Moments {
  readonly asOf: Instant;
}

/** A person as they stand at a moment; their name is sealed. */
export type PresentedPerson = ReturnType<typeof presentPerson>;

/** Somebody, and who stands above them at a moment. @returns undefined where there is no such person */
export class ReadPerson extends Query<(PresentedPerson & { managerLine: ManagerLine }) | undefined> {
  constructor(
    readonly personId: PersonId,
    readonly at: PeopleMoment,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

export interface PeopleRequest extends Pick<ListQuery, 'limit' | 'cursor'> {
  /** Those who belong to it at the moment; everyone ever recorded where absent. */
  readonly unitId?: string;
}

export interface PeoplePage {
  /** Of one unit possibly fewer than the limit. */
  readonly people: readonly PresentedPerson[];
  /** Undefined on the last page. */
  readonly next?: string;
}

/** A page of people. As known at a moment it costs one pass over the events about people in the log. */
export class ListPeople extends Query<PeoplePage> {
  constructor(
    readonly request: PeopleRequest,
    readonly at: PeopleMoment,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadPerson)
export class ReadPersonHandler implements IQueryHandler<ReadPerson> {
  constructor(
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
    @Inject(Replay) private readonly replay: Replay,
  ) {}

  async execute({ personId, at, freshness }: ReadPerson) {
    const generation = await this.fresh.generation(peopleView.name, freshness);
    const load = async (id: PersonId) =>
      at.asKnownAt ? personKnown(this.replay, id, at) : (await documents(this.views, generation, [id]))[0];
    const person = await load(personId);
    if (!person) return undefined;
    const managerOf = async (id: PersonId) => valueAt((await load(id))?.managers ?? [], at.asOf);
    return { ...presentPerson(person, at.asOf), managerLine: await managerLine(personId, managerOf) };
  }
}

@QueryHandler(ListPeople)
export class ListPeopleHandler implements IQueryHandler<ListPeople> {
  constructor(
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
    @Inject(Replay) private readonly replay: Replay,
  ) {}

  async execute({ request, at, freshness }: ListPeople): Promise<PeoplePage> {
    return at.asKnownAt ? this.known(request, at) : this.now(request, at, freshness);
  }

  private async known({ unitId, ...page }: PeopleRequest, at: PeopleMoment): Promise<PeoplePage> {
    const everyone = await peopleKnown(this.replay, at);
    const wanted = everyone.filter(
      (person) => unitId === undefined || presentPerson(person, at.asOf).unitId === unitId,
    );
    const byId = new Map(wanted.map((own) => [own.personId, { id: own.personId, own }]));
    const { documents, next } = listedOf(peopleView, byId, { ...page, sortBy: 'number' });
    return { people: documents.map(({ own }) => presentPerson(own!, at.asOf)), next };
  }

  private async now(
    { unitId, limit, cursor }: PeopleRequest,
    { asOf }: PeopleMoment,
    freshness: Freshness,
  ): Promise<PeoplePage> {
    const people = await this.fresh.generation(peopleView.name, freshness);
    if (unitId === undefined) {
      const page = await this.views.list(people, { sortBy: 'number', limit, cursor });
      return {
        people: page.documents.map(({ own }) => presentPerson(own as PersonDocument, asOf)),
        next: page.next,
      };
    }
    const members = await this.fresh.generation(unitMembers.name, freshness);
    const page = await this.views.list(members, { where: { unitId }, limit, cursor });
    const ids = page.documents.map(({ own }) => (own as UnitMember).personId);
    const presented = (await documents(this.views, people, ids)).map((person) => presentPerson(person, asOf));
    return { people: presented.filter((person) => person.unitId === unitId), next: page.next };
  }
}

async function documents(
  views: ViewStore,
  generation: Generation,
  ids: readonly PersonId[],
): Promise<PersonDocument[]> {
  const found = new Map(
    (await views.load(generation, ids)).map(({ id, own }) => [id, own as PersonDocument]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
