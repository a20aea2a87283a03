// Measures speed beside the raw limits of this machine: npm run bench.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, root } from './build.mjs';

buildIfNeeded();
await import(pathToFileURL(join(root, 'dist', 'test', 'bench', 'main.js')));
