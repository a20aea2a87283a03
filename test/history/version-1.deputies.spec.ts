import { QueryBus } from '@nestjs/cqrs';
import { opened } from '@pm/eventing';
import type { Instant, PersonId } from '@pm/kernel';
import { ReadDeputies } from '@pm/organisation';
import { history, storedEvents } from './stored-history.js';

const FILES = ['version-1.deputies'];
const events = storedEvents(FILES);
const joanId = '8c2dad9e-8b4e-5d94-84c2-00ac7306f964' as PersonId;
const asOf = '2026-03-10T09:30:00.000Z' as Instant;

const { stores, app } = history(FILES, asOf);

describe('Streams of the first version about deputies', () => {
  it('show who was to act for whom, until that was ended before it began', async () => {
    const { deputyId, until } = events[2]!.data as { deputyId: string; until: string };
    expect(until).toBe('2026-04-01T03:59:59.999Z');
    const read = (personId: PersonId) => app().get(QueryBus).execute(new ReadDeputies(personId, { asOf }));
    expect(await read(joanId)).toEqual({ deputies: [], deputyOf: [] });
    expect(await read(deputyId as PersonId)).toEqual({ deputies: [], deputyOf: [] });
  });

  it('open why to whoever holds the key of the one for whom', async () => {
    const reasons = await opened(
      stores().keys,
      events.slice(2).map(({ metadata }) => metadata.reason),
    );
    expect(reasons).toEqual(['She is on leave.', 'She is back.']);
  });
});
