import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { bySignature, checkpointSettings, type Finding, openMemory, verifyLog } from '@pm/assembly';
import { type Config, readConfig } from '@pm/config';
import { BadCheckpoint, CheckpointFile, ManualClock, writeKeyPair } from '@pm/eventing';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { PLACES } from '../support/places.js';
import { NOW } from '../support/server.js';
import { TaskLog } from '../support/task-log.js';

const context = { workId: 'nightly', dueAt: NOW, attempt: 1, signal: new AbortController().signal };

describe('Every night, where it is configured, the server', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let config: Config;
  const place = (name: string) => `${directory.path}/${name}`;
  const configured = (key: string, file: string) =>
    readConfig({
      THROUGHLINE_DATA: place('data'),
      THROUGHLINE_CHECKPOINT_KEY: place(key),
      THROUGHLINE_CHECKPOINT_FILE: place(file),
    });
  const signed = () => readFileSync(place('signed'), 'utf8').split('\n');

  beforeEach(() => {
    directory = temporaryDirectory();
    writeKeyPair({ key: place('key'), public: place('public') });
    config = configured('key', 'signed');
  });
  afterEach(() => directory.remove());

  it.each(PLACES)(
    'signs where the log stands, and reports what is no more as it was: %s',
    async (_, there) => {
      const here = await there();
      const { events } = here.stores;
      const log = new TaskLog(events);
      const found: Finding[] = [];
      const look = bySignature(events, checkpointSettings(config)!, new ManualClock(NOW));
      const night = verifyLog(look, (finding) => found.push(finding));
      await night.run({}, context);
      await log.write({ type: 'TaskClosed', data: { taskId: '1' } });
      await night.run({}, context);
      expect(found).toMatchObject([{ events: 0 }, { events: 1 }]);
      expect(signed()).toHaveLength(3);
      expect(JSON.parse(signed()[1]!)).toMatchObject({ takenAt: NOW, head: await events.head(), events: 1 });

      writeFileSync(place('signed'), signed().slice(1).join('\n'));
      await night.run({}, context);
      expect(found[2]).toBeInstanceOf(BadCheckpoint);
      await here.stores.close();
      await here.remove();
    },
  );

  it('signs nothing behind a line that somebody else wrote meanwhile', async () => {
    const { events } = openMemory();
    const { file, key } = checkpointSettings(config)!;
    const clock = new ManualClock(NOW);
    const other = bySignature(events, { file: new CheckpointFile(place('signed')), key }, clock);
    await other(() => {});
    for await (const _ of file.read(key)) await other(() => {});
    expect(() => file.append(JSON.parse(signed()[0]!), key)).toThrow('by somebody else');
    expect(signed()).toHaveLength(3);
  });

  it('signs nothing unless it is told to', () =>
    expect(checkpointSettings(readConfig({ THROUGHLINE_DATA: place('data') }))).toBe(undefined));

  it.each<[string, string, string, string]>([
    ['a key that is not there', 'none', 'signed', 'there is no such file'],
    ['a public key', 'public', 'signed', 'there is no private key'],
    ['a key of another kind', 'rsa', 'signed', 'Ed25519 is needed'],
    ['a key beside the log', 'data/key', 'signed', 'is inside the data directory'],
    ['a file beside the log', 'key', 'data/signed', 'is inside the data directory'],
    ['a file in no directory', 'key', 'none/signed', 'cannot be used'],
  ])('does not start with %s', (_, key, file, problem) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    writeFileSync(place('rsa'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => checkpointSettings(configured(key, file))).toThrow(problem);
  });
});
