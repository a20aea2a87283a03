import { catalogue } from '@pm/assembly';
import { Recorder } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import { ChangeFeed, FreshViews, ViewChanges } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { NotReady } from '../http/not-ready.js';
import { OpenStreams, TooManyStreams } from './open-streams.js';

describe('Streams of changes', () => {
  let streams: OpenStreams;
  beforeEach(() => {
    const events = new MemoryEventStore();
    const changes = new ViewChanges([], new Recorder(catalogue, new MemoryKeys()), catalogue);
    streams = new OpenStreams(new ChangeFeed(events, new FreshViews(events, new MemoryViewStore()), changes));
  });
  const open = (count: number) => Array.from({ length: count }, () => streams.add());

  it('are as many as one process takes', () => {
    open(200);
    expect(() => streams.add()).toThrow(TooManyStreams);
  });

  it('make room when they end', () => {
    open(200)[7]!.abort();
    expect(streams.add().signal.aborted).toBe(false);
    expect(() => streams.add()).toThrow(TooManyStreams);
  });

  it('end when the server is told to stop, and no more are opened', async () => {
    const some = open(3);
    await streams.beforeApplicationShutdown();
    expect(some.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
    expect(() => streams.add()).toThrow(NotReady);
  });
});
