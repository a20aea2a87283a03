import type { ActorId, Event, EventDeclarations, Instant, Sealed } from '@pm/kernel';
import { GENESIS, hashOf } from './canonical.js';
import { Catalogue } from './catalogue.js';
import type { CommandContext } from './command-context.js';
import { newId } from './ids.js';
import { MemoryKeys } from './memory/index.js';
import { NO_STREAM, Recorder, type Recording } from './recording.js';
import { opened } from './sealing.js';

const coaching: EventDeclarations = {
  context: 'coaching',
  types: {
    Praised: { schemaVersion: 2, personal: { text: 'data.personId', reason: 'data.personId' } },
    Noted: { schemaVersion: 1, personal: { note: 'actor' } },
    Moved: { schemaVersion: 1, reasonAbout: 'data.personId' },
    Aimed: {
      schemaVersion: 1,
      personal: { title: 'data.personId|nobody', lessons: 'data.personId|actor' },
      reasonAbout: 'data.personId|actor',
    },
    Announced: { schemaVersion: 1, reasonAbout: 'data.personId|nobody' },
  },
};
const catalogue = new Catalogue(
  [coaching],
  [{ type: 'Praised', from: 1, upcast: (data) => ({ ...data, text: 'said before texts were kept' }) }],
);

let keys: MemoryKeys;
let recorder: Recorder;
beforeEach(() => {
  keys = new MemoryKeys();
  recorder = new Recorder(catalogue, keys);
});

const by: CommandContext = {
  actor: 'ada' as ActorId,
  commandId: 'command',
  repeatable: true,
  correlationId: 'correlation',
};
const recordedAt = '2026-03-03T09:30:00.000Z' as Instant;
const stored = (events: readonly Event[], fields: Partial<Recording> = {}) =>
  recorder.toStored('person-1', NO_STREAM, events, { by, recordedAt, ids: events.map(newId), ...fields });
const storedOne = async (event: Event, fields?: Partial<Recording>) => (await stored([event], fields))[0]!;

const praised: Event = { type: 'Praised', data: { personId: 'grace', text: 'well done', stars: 3 } };
const noted: Event = { type: 'Noted', data: { note: 'call back' } };
const moved: Event = { type: 'Moved', data: { personId: 'grace', to: 'unit-2' } };
const texts = { title: 'mend potholes', lessons: 'start in autumn' };
const gracesAim: Event = { type: 'Aimed', data: { personId: 'grace', ...texts } };
const unitsAim: Event = { type: 'Aimed', data: { unitId: 'roads', personId: undefined, ...texts } };

describe('Recording', () => {
  it('stores the declared name and version, who, when and as part of what', async () => {
    const [id, effectiveAt] = [newId(), '2026-03-01T00:00:00.000Z' as Instant];
    const event = await storedOne({ ...moved, effectiveAt }, { ids: [id], requestHash: 'hash' });
    expect(event).toStrictEqual({
      id,
      stream: 'person-1',
      revision: 0,
      type: 'throughline.coaching.Moved',
      schemaVersion: 1,
      data: { personId: 'grace', to: 'unit-2' },
      metadata: {
        recordedAt,
        effectiveAt,
        actor: 'ada',
        commandId: 'command',
        requestHash: 'hash',
        correlationId: 'correlation',
        prevHash: GENESIS,
      },
    });
  });

  it('stores on whose behalf and what caused it, where there is such', async () => {
    const deputy = { ...by, onBehalfOf: 'grace' as ActorId, causationId: 'cause' };
    expect((await storedOne(moved, { by: deputy })).metadata).toMatchObject({
      actor: 'ada',
      onBehalfOf: 'grace',
      causationId: 'cause',
    });
  });

  it('leaves absent fields out', async () => {
    const { data } = await storedOne({ type: 'Moved', data: { personId: 'grace', to: undefined } });
    expect(data).toStrictEqual({ personId: 'grace' });
  });

  it('seals personal fields for the person whom they are about, and no other', async () => {
    const { data } = await storedOne(praised);
    expect(data).toMatchObject({ personId: 'grace', text: { sealedFor: 'grace' }, stars: 3 });
    expect(await opened(keys, data)).toEqual(praised.data);
    expect((await storedOne(noted)).data).toMatchObject({ note: { sealedFor: 'ada' } });
  });

  it('leaves a personal field out that was not given', async () => {
    const { data } = await storedOne({ type: 'Praised', data: { personId: 'grace', stars: 1 } });
    expect(data).toStrictEqual({ personId: 'grace', stars: 1 });
  });

  it('does not change the event that was decided', async () => {
    const event = structuredClone(praised);
    await storedOne(event);
    expect(event).toEqual(praised);
  });

  it('refuses to seal for a person who is not named', async () => {
    const unnamed: Event = { type: 'Praised', data: { text: 'well done' } };
    await expect(storedOne(unnamed)).rejects.toThrow('names no personId');
    expect(await keys.existingKey('undefined')).toBe(undefined);
  });

  it('seals the reason for the person whom it is about, else for the actor', async () => {
    const reasoned = { by: { ...by, reason: 'asked for it' } };
    const about = async (event: Event) => (await storedOne(event, reasoned)).metadata.reason as Sealed;
    expect((await about(moved)).sealedFor).toBe('grace');
    expect((await about(praised)).sealedFor).toBe('ada');
    expect(await opened(keys, await about(moved))).toBe('asked for it');
  });

  it('never seals two texts of one event with the same initialisation vector', async () => {
    const data = { personId: 'ada', text: 'well done', reason: 'a field of this name' };
    const event = await storedOne({ type: 'Praised', data }, { by: { ...by, reason: 'the command’s' } });
    const boxes = [...Object.values(event.data), event.metadata.reason].filter((value) => value.box);
    const vectors = boxes.map(({ box }) => box.slice(0, 16));
    expect(vectors).toHaveLength(3);
    expect(new Set(vectors).size).toBe(3);
  });

  it('is equal to the byte when tried again with the same ids', async () => {
    const ids = [newId(), newId()];
    expect(await stored([praised, noted], { ids })).toEqual(await stored([praised, noted], { ids }));
  });

  it('is refused for a person who was erased', async () => {
    await keys.destroy('grace');
    await expect(storedOne(praised)).rejects.toMatchObject({ code: 'person-erased' });
  });

  it('chains each event to the one before it', async () => {
    const [first, second, third] = await stored([praised, noted, moved]);
    expect([first, second, third].map((event) => event!.revision)).toEqual([0, 1, 2]);
    expect([first, second, third].map((event) => event!.metadata.prevHash)).toEqual([
      GENESIS,
      hashOf(first!),
      hashOf(second!),
    ]);
  });

  it('goes on from the end of a stream', async () => {
    const end = { revision: 6, hash: hashOf(await storedOne(praised)) };
    const [event] = await recorder.toStored('person-1', end, [noted], { by, recordedAt, ids: [newId()] });
    expect(event).toMatchObject({ revision: 7, metadata: { prevHash: end.hash } });
  });
});

describe('A text that may be about a person', () => {
  const reasoned = { by: { ...by, reason: 'the winter was hard' } };

  it('is sealed for the person whose goal it is: its title, its lessons and the reason', async () => {
    const { data, metadata } = await storedOne(gracesAim, reasoned);
    expect(data).toMatchObject({ title: { sealedFor: 'grace' }, lessons: { sealedFor: 'grace' } });
    expect(metadata.reason).toMatchObject({ sealedFor: 'grace' });
    expect(await opened(keys, data)).toEqual(gracesAim.data);
    expect(await opened(keys, metadata.reason)).toBe('the winter was hard');
  });

  it('cannot be read once that person is erased, though another one wrote it', async () => {
    const { data, metadata } = await storedOne(gracesAim, reasoned);
    await keys.destroy('grace');
    expect(await opened(keys, data)).toMatchObject({ personId: 'grace', title: null, lessons: null });
    expect(await opened(keys, metadata.reason)).toBe(null);
  });

  it('about nobody stays in clear: the title of a unit’s goal', async () => {
    const { data } = await storedOne(unitsAim);
    expect(data).toMatchObject({ unitId: 'roads', title: 'mend potholes' });
    await keys.destroy('ada');
    expect(await opened(keys, data)).toMatchObject({ title: 'mend potholes', lessons: null });
  });

  it('of a unit’s goal is else the words of whoever acts', async () => {
    const { data, metadata } = await storedOne(unitsAim, reasoned);
    expect(data).toMatchObject({ lessons: { sealedFor: 'ada' } });
    expect(metadata.reason).toMatchObject({ sealedFor: 'ada' });
  });

  it('is never in clear where it is a reason, even about nobody: somebody gave it', async () => {
    const { metadata } = await storedOne({ type: 'Announced', data: {} }, reasoned);
    expect(metadata.reason).toMatchObject({ sealedFor: 'ada' });
  });

  it('that comes sealed stays as it is: sealed for the one whose goal it was', async () => {
    const { data } = await storedOne(gracesAim);
    const { title } = data as { title: Sealed };
    const handedOn = { type: 'Aimed', data: { personId: 'alan', title } };
    expect((await storedOne(handedOn)).data).toEqual({ personId: 'alan', title });
  });
});

describe('A recorded fact', () => {
  const logged = async (event: Event, fields = {}) => ({
    ...(await storedOne(event)),
    position: 'log.1',
    ...fields,
  });

  it('has the name that the code knows, and its place', async () => {
    const effectiveAt = '2026-03-01T00:00:00.000Z' as Instant;
    const event = await logged({ ...moved, effectiveAt });
    const { id, metadata } = event;
    expect(recorder.toRecorded(event)).toMatchObject({
      ...moved,
      effectiveAt,
      id,
      stream: 'person-1',
      revision: 0,
      position: 'log.1',
      metadata,
    });
  });

  it('stays sealed', async () =>
    expect(recorder.toRecorded(await logged(praised))!.data).toMatchObject({ text: { sealedFor: 'grace' } }));

  it('of an older version has today’s shape, and what is stored stays as it was', async () => {
    const event = await logged(moved, {
      type: 'throughline.coaching.Praised',
      schemaVersion: 1,
      data: { personId: 'grace', stars: 2 },
    });
    expect(recorder.toRecorded(event)!.data).toMatchObject({ text: 'said before texts were kept', stars: 2 });
    expect(event.data).toEqual({ personId: 'grace', stars: 2 });
  });

  it('is none where this version of the code does not know the type', async () =>
    expect(recorder.toRecorded(await logged(moved, { type: 'throughline.coaching.Sung' }))).toBe(undefined));
});
