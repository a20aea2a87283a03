import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROBLEM_PAGES } from '../../apps/api/src/http/problem-pages.js';
import { type Server, startServer } from '../support/server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The product's code, without its tests and without the pages themselves. */
const source = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => path.endsWith('.ts') && !/\.(spec|problems)\.ts$|\/testing\/|libs\/client/.test(path))
  .map((path) => readFileSync(`${root}${path}`, 'utf8'))
  .join('\n');

/** Where a code is given to a rejection, or to what the edge makes of an error. */
const GIVEN = [
  /\b(?:reject|neverValid|unknown|forbidden)\(\s*'([a-z0-9-]+)'/g,
  /\bplain\(\d{3}, '([a-z0-9-]+)'\)/g,
  /\bcode: '([a-z0-9-]+)',\n\s+detail/g,
  /\b\d{3}: \['([a-z0-9-]+)'/g,
];

describe('The pages about problems', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  const page = (path: string, accept: string) =>
    server.app.inject({ method: 'GET', url: path, headers: { accept } });

  it('are there for every code that the product gives', () => {
    const codes = new Set(GIVEN.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code]) => code!)));
    expect(codes.size).toBeGreaterThan(70);
    expect([...codes].filter((code) => !Object.hasOwn(PROBLEM_PAGES, code))).toEqual([]);
  });

  it('are about no code that it does not give', () => {
    const idle = Object.keys(PROBLEM_PAGES).filter((code) => !source.includes(`'${code}'`));
    expect(idle).toEqual([]);
  });

  it('say what a problem means, why it comes and what to do', () => {
    const poor = Object.values(PROBLEM_PAGES).filter((each) =>
      Object.values(each).some((text) => !/^[`A-Z].+\.$/u.test(text)),
    );
    expect(poor).toEqual([]);
  });

  it('are where the type of a problem leads to, for people and for programs', async () => {
    const { body } = await server.as('employee').get('/units/number:none');
    const html = await page(body.type, 'text/html,*/*');
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.body).toContain('<h1>unit-unknown</h1>');
    const json = await page(body.type, 'application/json');
    expect(json.json()).toEqual({ code: 'unit-unknown', ...PROBLEM_PAGES['unit-unknown'] });
    expect(json.headers['vary']).toContain('accept');
  });

  it('are listed, with their marks shown and not read as HTML', async () => {
    expect((await page('/problems', 'text/html')).body).toContain('href="/problems/unit-cycle"');
    const exists = (await page('/problems/unit-exists', 'text/html')).body;
    expect(exists).toContain('<code>number:&lt;number&gt;</code>');
    expect((await page('/problems/none', 'text/html')).statusCode).toBe(404);
  });
});
