import { jest } from '@jest/globals';
import { type Config, readConfig } from '@pm/config';
import type { Command } from 'commander';
import { demoCommand } from '../../apps/cli/src/demo/demo.js';
import { exportCommand } from '../../apps/cli/src/export/export.js';
import { goalCommand } from '../../apps/cli/src/history/goal.js';
import { streamCommand } from '../../apps/cli/src/history/stream.js';
import { treeCommand } from '../../apps/cli/src/history/tree.js';
import { reportCommand } from '../../apps/cli/src/report.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { READERS } from '../support/read-export.js';

const commands: Record<string, (config: Config) => Command> = {
  demo: demoCommand,
  export: exportCommand,
  goal: goalCommand,
  stream: streamCommand,
  tree: treeCommand,
  report: reportCommand,
};

describe('Looking back on the command line, in the demo organisation', () => {
  const { path, remove } = temporaryDirectory();
  const config = readConfig({ THROUGHLINE_DATA: path });
  beforeAll(() => run('demo', '--small'), 60_000);
  afterAll(remove);

  /** @returns what a command line printed */
  const run = async (name: string, ...words: string[]): Promise<string> =>
    (await bytesOf(name, ...words)).toString('utf8');

  async function bytesOf(name: string, ...words: string[]): Promise<Buffer> {
    const printed: Buffer[] = [];
    const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(Buffer.from(text as string));
      return true;
    });
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      await commands[name]!(config).parseAsync(words, { from: 'user' });
    } finally {
      stdout.mockRestore();
      stderr.mockRestore();
    }
    return Buffer.concat(printed);
  }
  const lines = async (name: string, ...words: string[]) =>
    (await run(name, ...words, '--format', 'ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const goal = async (number: string, ...words: string[]) =>
    (await lines('tree', ...words)).find((row) => row.number === number);

  it('the tree now shows the target that was moved, and the value that was set right', async () => {
    expect((await goal('potholes')).measure).toMatchObject({ target: '88', value: '85' });
    const august = ['--as-of', '2026-08-31'];
    expect((await goal('potholes', ...august)).measure.value).toBe('84');
    const known = ['--as-known-at', '2026-09-04'];
    expect((await goal('potholes', ...august, ...known)).measure.value).not.toBe('84');
  });

  it('the tree of the summer before shows the target and the place of then', async () => {
    const summer = ['--as-of', '2025-06-30'];
    expect((await goal('potholes', ...summer)).measure.target).toBe('95');
    const { goalId: safe } = await goal('safe');
    const { goalId: care } = await goal('care');
    expect((await goal('falls', ...summer)).parents).toMatchObject([{ parentId: safe }]);
    expect((await goal('falls')).parents).toMatchObject([{ parentId: care }]);
    expect(await goal('care', ...summer)).toBeUndefined();
  });

  it('the tree of one unit, or under one goal, is that and no more', async () => {
    const titles = async (...words: string[]): Promise<Set<string>> =>
      new Set((await lines('tree', ...words)).map(({ number }) => number));
    const teams = ['permit-2026', 'waste-2026', 'watch-2026', 'water-2026'];
    expect(await titles('--unit', 'CARE')).toEqual(new Set(['care']));
    expect(await titles('--under', 'build')).toEqual(
      new Set(['build', 'dust', 'lamps', 'permits', ...teams]),
    );
  });

  it('the history of a goal names who moved its target, why, and what that did', async () => {
    const text = await run('goal', 'history', 'potholes');
    expect(text).toMatch(/Nils Ekman +GoalTermsRevised .*→.* The second road crew was never hired\.$/m);
    expect(text).toMatch(/MeasurementCorrected .*→.* One depot had counted its repairs twice\.$/m);
  });

  it('a figure is opened to its inputs, as of any moment, with who stated each', async () => {
    const text = await run('goal', 'figure', 'potholes', '--as-of', '2026-09-10');
    expect(text).toMatch(
      /^value .* MeasurementCorrected .*One depot had counted its repairs twice\..*@\d+$/m,
    );
    expect(text).toMatch(/^measure .*→ 88 .* Nils Ekman +GoalTermsRevised /m);
    const summer = ['--as-of', '2025-06-30', '--as-known-at', '2025-06-30'];
    const [figure] = await lines('goal', 'figure', 'potholes', ...summer);
    expect(figure).toMatchObject({ day: '2025-06-30', measured: { target: '95' } });
  });

  it('outcomes are told as of any moment', async () => {
    const outcomes = (...words: string[]) =>
      run('report', 'outcomes', '--period', 'FY2025', '--format', 'csv', ...words);
    const now = await outcomes();
    expect(now).toMatch(/^department_number,department_name,met_target/);
    expect(await outcomes('--as-of', '2026-08-31')).toBe(now);
    expect(await outcomes('--as-of', '2025-03-31')).not.toBe(now);
    expect(await outcomes('--as-known-at', '2023-12-31')).not.toMatch(/CARE/);
  });

  it('a stream is shown event by event, and folded step by step', async () => {
    const [{ stream }] = await lines('goal', 'history', 'potholes');
    const events = await lines('stream', 'show', stream);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    expect(events.at(-1)).toMatchObject({ reason: 'The second road crew was never hired.' });
    const steps = await lines('stream', 'replay', stream);
    expect(steps.map(({ state }) => state.phase)).toEqual([
      'draft',
      'proposed',
      'proposed',
      'agreed',
      'active',
      'active',
      'active',
    ]);
    const [third] = await lines('stream', 'replay', stream, '--at', '2');
    expect(third.state.accepted).toEqual(['owner', 'manager']);
  });

  it('tables are exported as of any moment, in every format', async () => {
    const summer = ['--as-of', '2025-06-30', '--as-known-at', '2025-06-30'];
    const { status } = await goal('potholes', ...summer);
    for (const format of Object.keys(READERS)) {
      const file = await bytesOf('export', 'goals', '--format', format, ...summer);
      const rows = await READERS[format]!(file);
      expect(rows.find(({ number }) => number === 'potholes')).toMatchObject({ target: '95', status });
    }
    const values = await run('export', 'measurements', '--kpi', 'potholes', '--as-known-at', '2025-10-31');
    expect(values).toMatch(/^kpi_id,kpi_number,kpi_name,/);
    const history = await lines('export', 'goal-history', '--goal', 'potholes');
    expect(history.map(({ type }) => type)).toContain('MeasurementCorrected');
    const late = await lines(
      'export',
      'goal-history',
      '--goal',
      'potholes',
      '--since-known-at',
      '2026-09-01',
    );
    expect(late.map(({ type }) => type)).toContain('MeasurementCorrected');
    expect(late.map(({ type }) => type)).not.toContain('GoalDrafted');
  });

  it('the log itself is exported as ever', async () => {
    const [first] = await lines('export');
    expect(first).toMatchObject({ revision: 0, type: expect.stringContaining('.') as string });
  });

  it.each([
    [['tree', '--unit', 'none'], 'there is no unit none'],
    [['tree', '--under', 'none'], 'There was no such goal at that time.'],
    [['report', 'outcomes', '--period', 'FY2025', '--as-of', 'then'], '--as-of then: name a day'],
    [['tree', '--as-of', 'then'], '--as-of then: name a day'],
    [['goal', 'history', 'none'], 'there is no goal none'],
    [['goal', 'figure', 'none'], 'There was no such goal at that time.'],
    [['stream', 'show', 'goal-none'], 'there is no stream goal-none'],
    [['stream', 'replay', 'none'], 'there is no stream none'],
    [['stream', 'replay', 'organisation-chart', '--at', '99'], 'and no 99'],
  ])('%j is refused: %s', async ([name, ...words], message) =>
    expect(run(name!, ...words)).rejects.toThrow(message),
  );
});
