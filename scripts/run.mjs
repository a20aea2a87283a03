// Runs an app: node scripts/run.mjs <api|worker|cli> [arguments]. Builds it first where needed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, root } from './build.mjs';

const NODE_MAJOR_MIN = 24;

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
  process.stderr.write(
    `Throughline needs Node ${NODE_MAJOR_MIN}; run it as an npm script, which brings its own.\n`,
  );
  process.exit(1);
}
const [app] = process.argv.splice(2, 1);
buildIfNeeded();
await import(pathToFileURL(join(root, 'dist', 'apps', app, 'src', 'main.js')));
