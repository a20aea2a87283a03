import { type Catalogue, type EventStore, LIMITS, type Recorder, type Replay } from '@pm/eventing';
import { ALWAYS, type Instant, type PersonId, type Recorded } from '@pm/kernel';
import type { ChartEvent } from '../chart/chart.events.js';
import { chart, type Chart } from '../chart/chart.state.js';
import type { DeputyEvent } from '../deputies/deputies.events.js';
import { deputies, type Deputies } from '../deputies/deputies.state.js';
import { organisationEvents } from '../events.js';
import type { PersonEvent } from '../people/person.events.js';
import { people, type Person, standingAt } from '../people/person.state.js';

/** Everyone, who acts for whom, and where units stand; not to be changed. */
export interface Organisation {
  readonly chart: Chart;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** By the person for whom they act. */
  readonly deputies: ReadonlyMap<PersonId, Deputies>;
}

export type OrganisationEvent = ChartEvent | PersonEvent | DeputyEvent;

const ORGANISATION_TYPES = Object.keys(organisationEvents.types) as OrganisationEvent['type'][];

/**
 * The whole organisation in memory, as the log has it by now: whoever reads much asks how they stand to thousands, and a
 * change of manager holds from the read that follows it. Costs one pass over its events, then a look at what came since.
 */
export class KnownOrganisation {
  private after: string | undefined;
  private readonly known = new Folded();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly events: EventStore,
    private readonly recorder: Recorder,
    private readonly catalogue: Catalogue,
  ) {}

  async now(): Promise<Organisation> {
    this.following = this.following.then(
      () => this.catchUp(),
      () => this.catchUp(),
    );
    await this.following;
    return this.known;
  }

  private async catchUp(): Promise<void> {
    const types = ORGANISATION_TYPES.map((type) => this.catalogue.storedName(type));
    for (;;) {
      const page = await this.events.readAll({ after: this.after, types, limit: LIMITS.pageEvents });
      for (const logged of page.events)
        this.known.add(this.recorder.toRecorded(logged) as Recorded<OrganisationEvent>);
      this.after = page.upTo;
      if (page.atHead) return;
    }
  }
}

/** What holds has its dates within the organisation: of a moment, only what was not known yet is left out. */
const throughout = () => ALWAYS;

/** The organisation as it was known at an earlier moment, by replay, which is rarely asked. */
export async function organisationKnownAt(asKnownAt: Instant, replay: Replay): Promise<Organisation> {
  return organisationOf(
    await replay.ofTypes<OrganisationEvent>(ORGANISATION_TYPES, { asKnownAt }, throughout),
  );
}

/** Whether somebody belongs to an organisation at a moment. */
export function isPresent(personId: PersonId, at: Instant, organisation: Organisation): boolean {
  const person = organisation.people.get(personId);
  return person !== undefined && standingAt(person, at) === 'present';
}

/** The organisation that some events make. */
export function organisationOf(events: Iterable<Recorded<OrganisationEvent>>): Organisation {
  const folded = new Folded();
  for (const event of events) folded.add(event);
  return folded;
}

class Folded implements Organisation {
  chart = chart.initial;
  readonly people = new Map<PersonId, Person>();
  readonly deputies = new Map<PersonId, Deputies>();

  add(event: Recorded<OrganisationEvent>): void {
    if (isOfPerson(event)) {
      const { personId } = event.data;
      this.people.set(personId, people.evolve(this.people.get(personId) ?? people.initial, event));
    } else if (isOfDeputies(event)) {
      const { personId } = event.data;
      this.deputies.set(personId, deputies.evolve(this.deputies.get(personId) ?? deputies.initial, event));
    } else this.chart = chart.evolve(this.chart, event);
  }
}

const isOfPerson = (event: Recorded<OrganisationEvent>): event is Recorded<PersonEvent> =>
  event.stream.startsWith(`${people.category}-`);

const isOfDeputies = (event: Recorded<OrganisationEvent>): event is Recorded<DeputyEvent> =>
  event.stream.startsWith(`${deputies.category}-`);
