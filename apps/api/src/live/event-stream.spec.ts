import { eventStream } from './event-stream.js';

const change = (position: string, key: string) => ({ position, view: 'goal-tree', key });

describe('The text of a stream of changes', () => {
  it('says where it begins, so that a client comes back there before it has heard anything', () => {
    expect(eventStream.opening('log.05')).toBe('retry: 2000\nid: log.05\n\n');
    expect(eventStream.opening(undefined)).toBe('retry: 2000\n\n');
  });

  it('carries an id with the last change of an event only, then how far there is nothing more', () => {
    const changes = [change('log.06', 'a'), change('log.06', 'b'), change('log.07', 'c')];
    const blocks = eventStream.changes(changes, 'log.09').split('\n\n');
    expect(blocks.map((block) => /^id: (.*)$/m.exec(block)?.[1])).toEqual([
      undefined,
      'log.06',
      'log.07',
      'log.09',
      undefined,
    ]);
    expect(blocks[0]).toBe(`event: change\ndata: ${JSON.stringify(changes[0])}`);
  });

  it('says without a change how far there is none', () =>
    expect(eventStream.heartbeat('log.09')).toBe(': nothing new\nid: log.09\n\n'));
});
