import { inDirectory, openStores } from '@pm/assembly';
import { ManualClock } from '@pm/eventing';
import { goalCommand } from '../../apps/cli/src/history/goal.js';
import { readsCommand } from '../../apps/cli/src/reads/reads.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { made } from '../support/made.js';
import { at } from '../support/office.js';
import { onBehalfOf } from '../support/on-behalf.js';
import { printed } from '../support/printed.js';
import { type Server, startServer } from '../support/server.js';

describe('Who read what, on the command line, beside a server', () => {
  const { path, remove } = temporaryDirectory();
  const clock = new ManualClock(at('2026-03-03T09:30Z'));
  let server: Server;
  beforeAll(async () => {
    const place = { stores: await openStores(inDirectory(path)), remove: async () => {} };
    server = await startServer({ place, clock });
    const admin = server.as('people-admin');
    const unitId = await made(admin.post('/units', { name: 'City', kind: 'city' }));
    const join = (number: string, name: string, managerId?: string) =>
      made(admin.post('/people', { number, name, unitId, from: '2026-01-01', managerId }));
    const mary = await join('mary', 'Mary Example');
    const grace = await join('grace', 'Grace Example', mary);
    const ada = await join('ada', 'Ada Example', grace);
    const goal = { number: 'swim', kind: 'objective', title: 'Swim', personId: ada, visibility: 'private' };
    const drafted = await server.person(ada).post('/goals', goal);
    await server.person(ada).post('/goals/number:swim/proposal');
    await server.person(grace).get(`/goals/number:swim?after=${drafted.body.position}`);
    clock.set(at('2026-03-04T09:30Z'));
    await server.as('auditor').get('/people?asOf=2026-02-01');
    const bob = await join('bob', 'Bob Example', mary);
    const appointed = { deputyId: bob, until: '2026-03-31', reason: 'She is on leave.' };
    await server.person(grace).post(`/people/${grace}/deputies`, appointed);
    clock.set(at('2026-03-05T09:30Z'));
    await onBehalfOf(grace, server.person(bob)).get('/goals/number:swim');
  });
  afterAll(async () => {
    await server.stop();
    remove();
  });

  const run = (command: typeof readsCommand, words: string[], more: object = {}) =>
    printed(command, { THROUGHLINE_DATA: path, ...more }, ...words);
  const linesOf = (text: string) => text.trimEnd().split('\n').slice(1);

  it('is listed with names, the newest first, a deputy with whom they read for', async () => {
    expect(linesOf(await run(readsCommand, ['--of', 'ada']))).toEqual([
      expect.stringMatching(
        / Bob Example on behalf of Grace Example +employee +goal .* Ada Example, Grace Example$/,
      ),
      expect.stringMatching(/^2026-03-04 09:30 {2}auditor +auditor +people +3 people +2026-02-01 23:59$/),
      expect.stringMatching(/^2026-03-03 09:30 {2}Grace Example +employee +goal +\S{36} +Ada Example$/),
    ]);
  });

  it('is narrowed down as over HTTP', async () => {
    const count = async (...words: string[]) => linesOf(await run(readsCommand, words)).length;
    expect(await count()).toBe(3);
    expect(await count('--goal', 'swim')).toBe(2);
    expect(await count('--reader', 'auditor')).toBe(1);
    expect(await count('--since', '2026-03-03')).toBe(2);
    expect(await count('--until', '2026-03-02')).toBe(0);
    expect(await count('--limit', '1')).toBe(1);
    await expect(run(readsCommand, ['--since', 'lately'])).rejects.toThrow('--since lately: name a day');
  });

  it('is told to programs as the log has it', async () => {
    const [read] = (await run(readsCommand, ['--goal', 'swim', '--format', 'ndjson'])).trim().split('\n');
    const over = await server.as('auditor').get('/read-log?record=' + JSON.parse(read!).recordId);
    expect(JSON.parse(read!)).toEqual(over.body.reads[0]);
  });

  it('comes with who could read: by name, as what, and under the settings of the deployment', async () => {
    const lines = async (more?: object) =>
      linesOf(await run(goalCommand, ['readers', 'swim', '--as-of', '2026-03-05'], more));
    expect(await lines()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Ada Example +its owner +full$/),
        expect.stringMatching(/^Bob Example on behalf of Grace Example +their manager +full$/),
        expect.stringMatching(/^Mary Example +above their manager +full$/),
        expect.stringMatching(/^ +executive +aggregate$/),
      ]),
    );
    expect(await lines({ THROUGHLINE_LINE_READS_PRIVATE_GOALS: 'no' })).toContainEqual(
      expect.stringMatching(/^Mary Example +above their manager +placeholder$/),
    );
  });
});
