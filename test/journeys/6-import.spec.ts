import { jest } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inDirectory, openStores } from '@pm/assembly';
import { readConfig } from '@pm/config';
import { ManualClock, SystemClock } from '@pm/eventing';
import { importCommand } from '../../apps/cli/src/import.js';
import { reportCommand } from '../../apps/cli/src/report.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { SECRET, type Server, startServer } from '../support/server.js';

const CSV = readFileSync('examples/small/values.csv', 'utf8');
const MAPPING = readFileSync('examples/small/mapping.json', 'utf8');

/** Each test is several whole imports. */
jest.setTimeout(30_000);

describe('An import beside a running server', () => {
  const { path, remove } = temporaryDirectory();
  const [data, offline] = [join(path, 'data'), join(path, 'offline')];
  const files = { csv: join(path, 'values.csv'), mapping: join(path, 'mapping.json') };
  let server: Server;
  let port: string;

  beforeAll(async () => {
    const stores = await openStores(inDirectory(data));
    // The command line has the time of day: so has the server beside it.
    const clock = new ManualClock(new SystemClock().now());
    server = await startServer({ place: { stores, remove: async () => {} }, clock });
    await server.app.listen(0, '127.0.0.1');
    port = new URL(await server.app.getUrl()).port;
    writeFileSync(files.mapping, MAPPING);
  });
  beforeEach(() => writeFileSync(files.csv, CSV));
  afterAll(async () => {
    await server.stop();
    remove();
  });
  afterEach(() => {
    process.exitCode = undefined;
  });

  const settings = (directory: string, secret = SECRET) =>
    readConfig({ THROUGHLINE_DATA: directory, THROUGHLINE_PORT: port, THROUGHLINE_TOKEN_SECRET: secret });

  /** @returns what a command line printed, without the time it took */
  async function run(
    command: typeof importCommand,
    config: ReturnType<typeof settings>,
    ...words: string[]
  ): Promise<string> {
    const printed: string[] = [];
    const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
    try {
      await command(config).parseAsync(words, { from: 'user' });
    } finally {
      stdout.mockRestore();
    }
    return printed.join('').replace(/[\d.]+ s\n$/, '');
  }
  const imported = (config = settings(data), ...words: string[]) =>
    run(importCommand, config, files.csv, '--mapping', files.mapping, ...words);
  const post = (form: FormData, token: string) =>
    fetch(`http://127.0.0.1:${port}/api/v1/imports`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}` },
    });

  it('says, stores and reports the same as one without a server', async () => {
    const beside = await imported();
    expect(beside).toBe(await imported(settings(offline)));
    expect(beside).toContain('8 MeasurementRecorded');
    const outcomes = ['outcomes', '--period', 'FY2026', '--format', 'csv'];
    const told = await run(reportCommand, settings(data), ...outcomes);
    expect(told.split('\n').length).toBeGreaterThan(2);
    expect(told).toBe(await run(reportCommand, settings(offline), ...outcomes));
  });

  it('records nothing the second time, and one correction where one value changed', async () => {
    await imported();
    expect(await imported()).toContain('recorded 0 events, nothing was new');
    writeFileSync(files.csv, CSV.replace(';91,5;', ';91,6;'));
    expect(await imported()).toContain('recorded 1 events: 1 MeasurementCorrected');
  });

  it('lists what was left out, and exits as ever', async () => {
    writeFileSync(files.csv, CSV.replace(';91,5;', ';many;'));
    expect(await imported()).toContain('rejected: 1\n  line 2, value: measurement: "many" is not a decimal');
    expect(process.exitCode).toBe(2);
  });

  it('goes to the server that is named, whoever holds the data here', async () => {
    const elsewhere = settings(join(path, 'elsewhere'));
    const token = await server.tokenOf('ines', ['controller', 'people-admin']);
    await imported(elsewhere, '--url', `http://127.0.0.1:${port}/`, '--token', token);
    const { events } = await server.stores.events.readAll({ limit: 5000 });
    expect(events[0]!.metadata).toMatchObject({ actor: 'import' });
  });

  it('is refused by a server that does not believe its token, and where there is none', async () => {
    const other = settings(data, 'the secret of another deployment');
    await expect(imported(other)).rejects.toThrow('the server refuses: unauthenticated');
    await expect(imported(settings(data), '--url', 'http://127.0.0.1:1')).rejects.toThrow(
      'no server answers',
    );
    await expect(imported(settings(data), '--url', 'http://x', '--dry-run')).rejects.toThrow(
      'leave --url out',
    );
  });

  it('needs the permission of everything that its mapping does', async () => {
    const form = new FormData();
    form.set('mapping', MAPPING);
    form.set('file', CSV);
    expect((await post(form, await server.tokenOf('ines', ['controller']))).status).toBe(403);
    const { source, csv, measurements } = JSON.parse(MAPPING);
    form.set('mapping', JSON.stringify({ source, csv, measurements }));
    expect((await post(form, await server.tokenOf('ines', ['controller']))).status).toBe(200);
    expect((await post(form, await server.tokenOf('mo', ['machine']))).status).toBe(403);
  });

  it.each([
    ['mapping-unusable', { mapping: '{}', file: CSV }],
    ['csv-unreadable', { mapping: MAPPING, file: '' }],
    ['invalid-input', { mapping: MAPPING }],
    ['invalid-input', { file: CSV }],
  ])('stores nothing where it cannot be used: %s', async (code, parts: Record<string, string>) => {
    const before = await server.stores.events.head();
    const form = new FormData();
    for (const [name, part] of Object.entries(parts)) form.set(name, part);
    const refused = await post(form, await server.tokenOf('ines', ['controller', 'people-admin']));
    expect([refused.status, ((await refused.json()) as { title: string }).title]).toEqual([400, code]);
    expect(await server.stores.events.head()).toBe(before);
  });
});
