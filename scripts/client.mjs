// Writes the API's description and the client's types: npm run client. With --check, only says whether they are as the code has it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { buildIfNeeded, root } from './build.mjs';

const TITLE = '// Generated from openapi.json: npm run client.\n\n';

buildIfNeeded();
const { describeApi } = await import(pathToFileURL(join(root, 'dist', 'apps', 'api', 'src', 'describe.js')));
const document = JSON.stringify(await describeApi(), null, 2);
const made = {
  'libs/client/openapi.json': `${document}\n`,
  'libs/client/src/schema.ts':
    TITLE + astToString(await openapiTypes(document, { defaultNonNullable: false })),
};

if (process.argv.includes('--check')) check();
else for (const [path, text] of Object.entries(made)) writeFileSync(join(root, path), text);

function check() {
  const outdated = Object.keys(made).filter((path) => textOf(path) !== made[path]);
  if (outdated.length === 0) return;
  process.stderr.write(
    `the API is not as checked in: run npm run client and commit ${outdated.join(', ')}\n`,
  );
  process.exitCode = 1;
}

function textOf(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
