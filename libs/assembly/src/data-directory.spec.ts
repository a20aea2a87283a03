import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataDirectory } from './data-directory.js';

describe('A data directory', () => {
  const root = mkdtempSync(join(tmpdir(), 'data-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const modeOf = (directory: string) => statSync(directory).mode & 0o777;

  it('is made for one account alone', () => {
    makeDataDirectory(`${root}/a/b`);
    expect([modeOf(`${root}/a`), modeOf(`${root}/a/b`)]).toEqual([0o700, 0o700]);
  });

  it('is left to whom it was given, where there is one', () => {
    chmodSync(`${root}/a/b`, 0o750);
    makeDataDirectory(`${root}/a/b`);
    expect(modeOf(`${root}/a/b`)).toBe(0o750);
  });
});
