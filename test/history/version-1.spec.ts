import { catalogue } from '@pm/assembly';
import { hashOf, type LoggedEvent, opened, verify } from '@pm/eventing';
import { history } from './stored-history.js';
import { events, eventsOf, FILES, NOW } from './version-1.js';

const { stores } = history(FILES, NOW);
const readNote = async ({ data }: LoggedEvent) => opened(stores().keys, (data as { note: string }).note);

describe('Streams of the first version', () => {
  it('hold every event type of that version', () => {
    const snapshot = catalogue.snapshot();
    const first = Object.keys(snapshot).filter((name) => snapshot[name]!.schemaVersion === 1);
    expect(first.filter((name) => !events.some(({ type }) => type === name))).toEqual([]);
  });

  it('are unchanged to the byte, by their hashes up to the last', async () => {
    const streams = Object.keys(LAST_HASHES).length;
    const head = await stores().events.head();
    const { ends, order: _order, ...verified } = await verify(stores().events);
    expect(verified).toEqual({ events: events.length, streams, head });
    expect(Object.fromEntries([...ends].map(([stream, { hash }]) => [stream, hash]))).toEqual(LAST_HASHES);
    expect(Object.fromEntries(events.map((event) => [event.stream, hashOf(event)]))).toEqual(LAST_HASHES);
  });

  it('open to whoever holds the keys, and to nobody else', async () => {
    const [recorded] = eventsOf('MeasurementRecorded');
    const [corrected] = eventsOf('MeasurementCorrected');
    const [renamed] = eventsOf('UnitRenamed');
    expect(await readNote(recorded!)).toBe('Two parks were closed.');
    expect(await readNote(corrected!)).toBe('Counted again.');
    expect(await opened(stores().keys, renamed!.metadata.reason)).toBe('The charter says so.');
    expect(JSON.stringify(events)).not.toMatch(/Two parks|Counted again|charter says|counters|gates were/);
  });

  it('still sign what a webhook is told', async () => {
    const [{ data }] = eventsOf('WebhookSubscribed') as [LoggedEvent];
    const { secret } = await opened(stores().keys, data as { secret: unknown });
    expect(secret).toMatch(/^whsec_.{44}$/);
  });
});

const LAST_HASHES = {
  'person-8c2dad9e-8b4e-5d94-84c2-00ac7306f964':
    '9953754d6a9bb9d7ead642f738feb6eb403b27e439a6628693635f1308091258',
  'person-bb487316-c712-5478-bbaf-43b7583c2e9b':
    '23a7cd351a1a1d11617b10d1731fe46706d295e0a35a9d3ffd0145602e3062b5',
  'deputies-8c2dad9e-8b4e-5d94-84c2-00ac7306f964':
    '8d7fd6d646c36f279830349feb4366ad5cf3e7ea488a3cff73c4248f5fa35e53',
  'roles-granted': '63348cb5db7c4c655f9a307eb37f925bedd6fab2e0a00429a8d22a108728a4a1',
  'apikey-c0a788f6-fefb-5949-a91e-4827251f5061':
    '6b6943c278b9f6160e679d277d272089bdd929669468f6084a58add76c446460',
  'inbox-87fe3b09-b3f1-5762-80fc-6423da82de8b':
    'e17d3ea95247b3ae348f36f258aa1b20238456d2cb4aa0f636332650aa88c608',
  'inbox-ad80795a-c87c-5317-9eb1-d36c03b000f1':
    'f3dbfba6a67987f57153fa93438ff762cda346c5deee5b7c36aa933b8a10df38',
  'webhooks-subscriptions': '9dfa3665a391e55e748cd105cbb1627ad0bcbc2d4b5902338eb03fa30550e967',
  'goal-a0c8c963-91b6-5827-8d2f-9cc4390e1c8c':
    '3a71fd56df21f6f821c5b4cc5a5f65c89a907f8d0cc211ca741d075f9b13e56f',
  'goal-51e6533c-975c-5412-89a0-d6a99c2471bd':
    '63d5e8b632c68b3e3babf2bff39fe4c98c350ab4caed072f8452ab13e2191b6f',
  'goal-d3e6a7ad-e805-5594-8b1c-21026b673986':
    '69f5e92263bfd3c899124bf3e0b202b4103bc5570786d1cce6cec2735b10f43e',
  'organisation-chart': '948662f7191b1a69c72138aaa2257bf86a2decc746946bf250f800821dc98fc0',
  'person-87fe3b09-b3f1-5762-80fc-6423da82de8b':
    '91747a32284333b928aad314c7ae624c579ad112ba067f5a17643bf39e51610b',
  'person-fe305b5b-3bbe-53ec-bee4-9018848cb81a':
    'cecec5157d503c2f3fa6b4b06362a743c879e7f76d4372029c9c8fbcf0a072d7',
  'person-ad80795a-c87c-5317-9eb1-d36c03b000f1':
    '206c67c2a203665476f125212d26aba7af327d2da3a109c069e2a64f51a89c91',
  'person-a8f3c7a1-713f-5dba-968d-a57902f05ccd':
    '9db8e1da9f5bdf6bc8782e2686fa1a23833921d999ba1463122e148406b5516e',
  'goal-cc5546c0-a9da-5a99-8a03-bf867dc5f5b8':
    '84e6d1870db43123e1c0c2e293fde58a105005080d12dc59b7f9397852c798ed',
  'kpi-0a39dc74-794b-5de2-a2d1-d09a4398341b':
    '6d3ba79e56ec8ff1180a92e2e85fe8d3572633e5680fe66d6fee7ec07d7bd85b',
  'measurements-0a39dc74-794b-5de2-a2d1-d09a4398341b.2026':
    'e864492ff1b9b5ffc24bb2c47434d2e25514eeaa397219939f018f577863572f',
  'kpi-ee3ce62e-bddd-5b29-b450-a3a627ffd7ee':
    'f3f6ac54377b32533b9727a5f5b8e658a9ca79039efca3f30d9f6ec6922ffafc',
  'measurements-ee3ce62e-bddd-5b29-b450-a3a627ffd7ee.2026':
    '96dada82fee43c4d1c8b3d67a2c41fbdf96aa28c205d36288490cd87ee7099b6',
  'kpi-652f6586-9755-5531-b439-5a33d66580d6':
    '0f72f937671af28e59d8d1030697524488ab97e5801b5344413813a697d380f2',
  'measurements-652f6586-9755-5531-b439-5a33d66580d6.2026':
    '981cd9ac29dbf0a5c77d2e05675fce54b35c252ff83488b665e0b30c3fcf6fff',
  'goal-3a34eeac-7a69-503a-b3bb-3801524664da':
    'b0ddbb7bcf90314ff910a2cf8411b1da09c02b976ce813a7aec290873918abd9',
  'goal-22baf4f4-a2f2-5880-9431-4084fd69293f':
    'd860051f4fdc5445f8688c6a47c2d81746f5012180f921ab42eeaf4f2b63e2a4',
  'goal-c22aeb7f-5987-53ba-aefc-49c9b900af82':
    'c20b1d815b93d87d7fb32aea2502d5f09c81ac4f273161831691cfedc0bdd5ff',
};
