import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORTED = /^(?:import|export) (?!type )(?:([^;']*?) from )?'([^']+)';/gms;
const DOORS = (
  JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
    compilerOptions: { paths: Record<string, [string]> };
  }
).compilerOptions.paths;

/** What a file imports as it is compiled: names of types are gone by then, and what is loaded later is not there yet. */
function importedBy(file: string): string[] {
  const imports = [...readFileSync(file, 'utf8').matchAll(IMPORTED)];
  return imports.filter(([, names]) => !isOfTypes(names)).map(([, , from]) => from!);
}

function isOfTypes(names: string | undefined): boolean {
  const list = /^\{(.*)\}$/s
    .exec(names?.trim() ?? '')?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return list?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}

/** The packages that are loaded before the first line of a file runs. */
function packagesOf(start: string): string[] {
  const files = new Set([start]);
  const packages = new Set<string>();
  for (const file of files)
    for (const from of importedBy(file)) {
      if (from.startsWith('node:')) continue;
      const local = from.startsWith('.')
        ? join(dirname(file), from.replace(/\.js$/, '.ts'))
        : DOORS[from]?.[0];
      if (local === undefined) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(from)![0]);
      else if (existsSync(local)) files.add(local);
      else throw new Error(`${file} imports ${from}, which is not there`);
    }
  return [...packages].sort();
}

describe('What is loaded at a start, while whoever waits for the server waits', () => {
  it.each(['projector', 'checkpoints'])('is no framework in the thread of the %s', (thread) => {
    const small = ['better-sqlite3', 'canonicalize', 'temporal-polyfill', 'uuid'];
    expect(small).toEqual(
      expect.arrayContaining(packagesOf(`libs/assembly/src/projection/${thread}.worker.ts`)),
    );
  });

  it.each(['api', 'cli'])('is no driver of a server that nobody named, by the %s', (app) => {
    const loaded = packagesOf(`apps/${app}/src/main.ts`);
    expect(loaded).toContain('better-sqlite3');
    for (const driver of ['@eventstore/db-client', 'mongodb', 'bullmq', 'ioredis', 'nodemailer'])
      expect(loaded).not.toContain(driver);
    expect(loaded).not.toContain('@opentelemetry/sdk-trace-node');
  });
});
