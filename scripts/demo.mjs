// Loads an organisation, starts the server on it and says what to try: npm run demo.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildIfNeeded, root } from './build.mjs';

const directory = process.env.THROUGHLINE_DATA ?? join('data', 'demo');
const port = process.env.THROUGHLINE_PORT ?? '3000';
const env = { ...process.env, THROUGHLINE_DATA: directory, THROUGHLINE_PORT: port, THROUGHLINE_LOG: 'warn' };
// The id of the KPI potholes, which its number always has.
const KPI = '7e762376-0498-56e2-91cb-6511754adbf7';
const main = (app) => join(root, 'dist', 'apps', app, 'src', 'main.js');

// As whom to look: the variable that holds the token, whose it is, what they may do, and who they are.
const PERSONAS = [
  ['EXECUTIVE', '--person lea', 'executive', 'Lea Holm runs the municipality'],
  ['CONTROLLER', '--person karin', 'controller', 'Karin Falk answers for the figures'],
  ['HR', '--person hanna', 'people-admin', 'Hanna Roos answers for people and units'],
  ['MANAGER', '--person nils', 'manager', 'Nils Ekman heads Streets and lighting'],
  ['EMPLOYEE', '--person ines', 'employee', 'Ines Duarte mends potholes'],
  ['AUDITOR', '--actor audit-office', 'auditor', 'looks at everything and changes nothing'],
];

buildIfNeeded();
load();
const server = spawn(process.execPath, [main('api')], { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
await ready();
process.stdout.write(welcome(await Promise.all([demoToken(), ...PERSONAS.map(personaToken)])));

function load() {
  process.stderr.write('loading Lakeside where it is not there yet …\n');
  const { status } = spawnSync(process.execPath, [main('cli'), 'demo'], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

async function token(...words) {
  const command = [main('cli'), 'token', '--hours', '720', ...words];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  return stdout.trim();
}

// May do what a controller and a people admin may: enough for all that is printed below.
async function demoToken() {
  return `TOKEN=${await token()}`;
}

async function personaToken([variable, whose, role, who]) {
  return `${variable}=${await token(...whose.split(' '), '--role', role)}   # ${who}`;
}

async function ready() {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
}

function welcome([own, ...personas]) {
  const api = `http://127.0.0.1:${port}/api/v1`;
  const data = process.env.THROUGHLINE_DATA ? '' : `THROUGHLINE_DATA=${directory} `;
  return `
Throughline is ready: the municipality of Lakeside, 200 people in 20 teams, from October 2024 to October 2026.

  API and its documentation   http://127.0.0.1:${port}/api/docs
  Its description             ${api}/openapi.json

Try, in another terminal:

  ${own}

  # how each department's KPIs came out in 2025
  curl -s -H "authorization: Bearer $TOKEN" '${api}/outcomes?period=FY2025'

  # one KPI against its targets, and all its values
  curl -s -H "authorization: Bearer $TOKEN" ${api}/kpis/number:potholes
  curl -s -H "authorization: Bearer $TOKEN" ${api}/kpis/number:falls/trend

  # the tree of goals now, as it was in the summer of 2025, and how one goal got where it is
  ${data}npm run -s cli -- tree --under streets
  ${data}npm run -s cli -- tree --as-of 2025-06-30
  ${data}npm run -s cli -- goal history potholes

  # record a value: sent again it changes nothing, another value is a correction
  curl -s -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
    -d '{"period":"2026-10","value":"9","source":"monthly report"}' ${api}/kpis/number:falls/measurements

  # the same figures on the command line, every event of the log, and its proof
  ${data}npm run -s cli -- report outcomes --period FY2025
  ${data}npm run -s cli -- export --format ndjson | grep TargetRevised
  ${data}npm run -s cli -- verify

  # what is worth finding, story by story: docs/tour.md

As somebody else, who may do more or less (send $EMPLOYEE instead of $TOKEN):

  ${personas.join('\n  ')}

As a machine, by a key that records the values of one KPI and nothing else:

  curl -s -H "authorization: Bearer $CONTROLLER" -H 'content-type: application/json' \\
    -d '{"name":"Counters","scopes":["kpi.measure"],"kpiIds":["${KPI}"]}' ${api}/api-keys

Ctrl-C stops it; the data stays in ${directory}.
`;
}
