import type { AllStreamRecordedEvent, EventData } from '@eventstore/db-client';
import type { ActorId, Instant } from '@pm/kernel';
import { GENESIS, hashOf } from '../canonical.js';
import type { StoredEvent } from '../event-store.js';
import { EsdbEvent, LogStreams, toEventData } from './stored-form.js';

const streams = new LogStreams('lakeside');

const event: StoredEvent = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  stream: 'kpi-Ä"1',
  revision: 3,
  type: 'throughline.measurement.KpiDefined',
  schemaVersion: 2,
  data: { name: 'Churn €', decimals: 1, absent: undefined, zero: -0, '10': 1, '9': 2 },
  metadata: {
    recordedAt: '2026-03-03T09:30:00.000Z' as Instant,
    actor: 'ada' as ActorId,
    commandId: 'command',
    correlationId: 'correlation',
    prevHash: GENESIS,
    reason: { sealedFor: 'ada', box: 'Zoë' },
  },
};

/** What the server gives back of what it was given. */
function recorded({ id, type, data, metadata }: EventData, name: string): AllStreamRecordedEvent {
  return {
    id,
    type,
    streamId: name,
    revision: 3n,
    isJson: true,
    created: new Date(0),
    data: JSON.parse(JSON.stringify(data)) as object,
    metadata: JSON.parse(new TextDecoder().decode(metadata as Uint8Array)) as object,
    position: { commit: 733n, prepare: 733n },
  } as unknown as AllStreamRecordedEvent;
}
const read = () => new EsdbEvent(recorded(toEventData(event), streams.nameOf(event.stream)), 'log', streams);

describe('An event in EventStoreDB', () => {
  it('reads back as it was, with its place', () => {
    const data = { name: 'Churn €', decimals: 1, zero: 0, '10': 1, '9': 2 };
    const position = `log.${'00000000000002dd'.repeat(2)}`;
    expect(read().toJSON()).toStrictEqual({ ...event, data, position });
  });

  it('has the same hash as in every other store', () => expect(hashOf(read())).toBe(hashOf(event)));

  it('is written under another id each time, so that the server acknowledges what it stored only', () => {
    const ids = [event, event].map((each) => toEventData(each).id);
    expect(new Set([...ids, event.id]).size).toBe(3);
  });

  it('does not change with the object that was passed', () => {
    const data = { text: 'as it was' };
    const taken = toEventData({ ...event, data });
    data.text = 'changed while waiting';
    expect(taken.data).toEqual({ text: 'as it was' });
  });
});

describe('The streams of a log', () => {
  const written = toEventData(event);

  it('hold its events', () => expect(streams.holds(recorded(written, 'lakeside.kpi-1'))).toBe(true));

  it.each(['lakesides.kpi-1', 'lakeside-kpi-1', '$$lakeside.kpi-1', streams.naming, streams.marks])(
    'are not %s',
    (name) => expect(streams.holds(recorded(written, name))).toBe(false),
  );

  it('hold nothing that others wrote there', () => {
    const foreign = { ...recorded(written, 'lakeside.kpi-1'), metadata: undefined };
    expect(streams.holds(foreign as AllStreamRecordedEvent)).toBe(false);
  });
});
