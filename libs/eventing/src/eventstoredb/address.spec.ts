import { addressOf } from './address.js';
import { EsdbEventStore } from './esdb-event-store.js';

describe('An address of EventStoreDB', () => {
  it('names the log throughline where it names none', () =>
    expect(addressOf('esdb://127.0.0.1:2113?tls=false')).toEqual({
      url: 'esdb://127.0.0.1:2113?tls=false',
      hosts: '127.0.0.1:2113',
      log: 'throughline',
    }));

  it.each([
    ['esdb://a:2113?log=lakeside', 'esdb://a:2113'],
    ['esdb://a:2113/?tls=false&log=lakeside', 'esdb://a:2113?tls=false'],
    ['esdb://a?log=lakeside&tls=false&keepAliveInterval=10000', 'esdb://a?tls=false&keepAliveInterval=10000'],
  ])('names a log in %s, of which the driver hears nothing', (text, url) =>
    expect(addressOf(text)).toMatchObject({ url, log: 'lakeside' }),
  );

  it('keeps credentials for the driver, and out of messages', () =>
    expect(addressOf('esdb+discover://ada:secret@a:2113,b:2113,c:2113')).toMatchObject({
      url: 'esdb+discover://ada:secret@a:2113,b:2113,c:2113',
      hosts: 'a:2113,b:2113,c:2113',
    }));

  it.each([
    '',
    'mongodb://ada:secret@a',
    'esdb://ada:secret@',
    'esdb://ada:secret@a?log=Lakeside',
    'esdb://ada:secret@a?log=lake-side',
    'esdb://ada:secret@a?log=',
    'esdb://ada:secret@a:port',
    'esdb://ada:secret@a?tls=perhaps',
  ])('is not %j, which is refused at once and not repeated', (text) => {
    expect(() => EsdbEventStore.open(text)).toThrow(TypeError);
    expect(() => EsdbEventStore.open(text)).not.toThrow(/secret/);
  });
});
