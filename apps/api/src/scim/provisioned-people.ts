import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Answers, isId, Keys, opened } from '@pm/eventing';
import { calendarInForce, endOfDay, type Instant, localDate, type UnitId } from '@pm/kernel';
import { type PersonDocument, peopleView, presentPerson, unitTree } from '@pm/organisation/views';
import { PAGE_DOCUMENTS_MAX } from '@pm/projections';
import { ListView, ReadView } from '@pm/projections/queries';
import type { Filter } from './filter.js';
import type { Page } from './page.js';
import type { ScimUserAnswer } from './scim.answer.js';
import { type NamedPerson, scimUser } from './scim-user.js';

/** Some of the users, and how many there are. */
export interface Users {
  readonly total: number;
  readonly users: readonly ScimUserAnswer[];
}

/** People as SCIM shows them: everybody but those who were erased, as they stand at the end of today. */
@Injectable()
export class ProvisionedPeople {
  constructor(
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /** @param after of a command that the answer must show. @returns undefined where there is no such user */
  async user(id: string, after?: string): Promise<ScimUserAnswer | undefined> {
    const document = isId(id)
      ? await this.queries.execute(new ReadView(peopleView, id, { after }))
      : undefined;
    return (await this.shown(document?.own ? [document.own] : []))[0];
  }

  async matching({ candidates, matches }: Filter, { skipped, limit }: Page): Promise<Users> {
    const found = await Promise.all(candidates.map((id) => this.user(id)));
    const users = found.flatMap((user) => (user && matches(user) ? user : []));
    return { total: users.length, users: users.slice(skipped, skipped + limit) };
  }

  /** Users by number. SCIM wants to know how many there are: that costs a pass over the list. */
  async page({ skipped, limit }: Page): Promise<Users> {
    const wanted: PersonDocument[] = [];
    let total = 0;
    let cursor: string | undefined;
    do {
      const query = { sortBy: 'number', limit: PAGE_DOCUMENTS_MAX, cursor };
      const page = await this.queries.execute(new ListView(peopleView, query));
      const people = page.documents.map(({ own }) => own!).filter(({ erasedAt }) => !erasedAt);
      const from = Math.max(0, skipped - total);
      wanted.push(...people.slice(from, Math.max(from, skipped + limit - total)));
      total += people.length;
      cursor = page.next;
    } while (cursor !== undefined);
    return { total, users: await this.shown(wanted) };
  }

  private async shown(people: readonly PersonDocument[]): Promise<ScimUserAnswer[]> {
    const at = await this.endOfToday();
    const presented = people.map((person) => presentPerson(person, at));
    const named = (await opened(this.keys, presented)).filter(isNamed);
    const numbers = await this.unitNumbers(new Set(named.flatMap(({ unitId }) => unitId ?? [])));
    return named.map((person) => scimUser(person, (unitId) => numbers.get(unitId) ?? unitId));
  }

  private async unitNumbers(unitIds: ReadonlySet<UnitId>): Promise<Map<UnitId, string | undefined>> {
    const read = async (id: UnitId) =>
      [id, (await this.queries.execute(new ReadView(unitTree, id)))?.own?.number] as const;
    return new Map(await Promise.all([...unitIds].map(read)));
  }

  private async endOfToday(): Promise<Instant> {
    const { timeZone } = await this.answers.asking().ask(calendarInForce, {});
    return endOfDay(localDate(this.answers.now(), timeZone), timeZone);
  }
}

const isNamed = (person: { name: string | null; erasedAt?: Instant }): person is NamedPerson =>
  person.name !== null && !person.erasedAt;
