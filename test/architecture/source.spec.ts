import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Lines of every source file below some folders, by path. */
const sources = (...folders: string[]): [path: string, lines: string[]][] =>
  folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs|cjs|js)$/.test(name))
      .map((name): [string, string[]] => [
        `${folder}/${name}`,
        readFileSync(`${root}${folder}/${name}`, 'utf8').trimEnd().split('\n'),
      ]),
  );

/** Where a lint rule is set aside, and how often. Each one more is a decision: it is added here, with its reason there. */
const ESCAPES = {
  'libs/projections/src/view-writer.ts': 1,
  'test/faults/engines/client.ts': 1,
  'test/support/server.ts': 1,
};

describe('The source', () => {
  it('sets lint rules aside in these places only, and says why in each', () => {
    const escape = new RegExp(['oxlint', 'disable'].join('-'));
    const found = sources('apps', 'libs', 'test', 'scripts').flatMap(([path, lines]) =>
      lines.filter((line) => escape.test(line)).map((line) => ({ path, line })),
    );
    const counts = Object.fromEntries(
      [...Map.groupBy(found, ({ path }) => path)].map(([path, { length }]) => [path, length]),
    );
    expect(counts).toEqual(ESCAPES);
    for (const { path, line } of found)
      expect([path, line]).toEqual([path, expect.stringMatching(/ -- .{20}/)]);
  });

  it('has no file of more than 300 lines: a file is a verb', () => {
    const written = sources('apps', 'libs').filter(([, [title]]) => !title!.startsWith('// Generated'));
    const long = written.filter(([, { length }]) => length > 300);
    expect(long.map(([path, { length }]) => `${path}: ${length}`)).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = sources('apps', 'libs').filter(([, lines]) =>
      lines.some((line) => line.includes('process.env')),
    );
    expect(readers.map(([path]) => path)).toEqual(['libs/config/src/config.ts']);
  });
});
