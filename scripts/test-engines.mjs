// Ends and restarts servers, workers and APIs under load, again and again: npm run test:engines -- --rounds 20 --seed 1.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, root } from './build.mjs';

buildIfNeeded();
await import(pathToFileURL(join(root, 'dist', 'test', 'faults', 'engines', 'main.js')));
