import { jest } from '@jest/globals';
import { StoreUnavailable } from '@pm/eventing';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';

it.each(['tlsVerifyCert=false', 'colour=green'])(
  'An address of EventStoreDB with %s is warned of without its password',
  async (option) => {
    const warn = jest.spyOn(console, 'warn').mockReturnValue();
    try {
      const store = EsdbEventStore.open(`esdb://admin:s3cret@127.0.0.1:1?tls=false&${option}`);
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
      await store.close();
      const warned = warn.mock.calls.join('\n');
      expect(warned).toContain(option.split('=', 1)[0]);
      expect(warned).not.toContain('s3cret');
    } finally {
      warn.mockRestore();
    }
  },
);
