import { readFileSync } from 'node:fs';
import { BadConfig, Config, isShared, readConfig } from './config.js';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    return (error as BadConfig).problems;
  }
  return [];
};

describe('The configuration', () => {
  it('needs no variable: the defaults start one process on files beside it', () =>
    expect(readConfig({})).toEqual({
      THROUGHLINE_DATA: './data',
      THROUGHLINE_BACKGROUND: 'here',
      THROUGHLINE_HOST: '127.0.0.1',
      THROUGHLINE_PORT: 3000,
      THROUGHLINE_RATE_LIMIT: 1_200_000,
      THROUGHLINE_TOKEN_ISSUER: 'throughline',
      THROUGHLINE_TOKEN_AUDIENCE: 'throughline',
      THROUGHLINE_READS_KEPT_DAYS: 1096,
      THROUGHLINE_LINE_READS_PRIVATE_GOALS: 'yes',
      THROUGHLINE_METRICS: 'protected',
      THROUGHLINE_WORKING_DAYS: 'mon,tue,wed,thu,fri',
      THROUGHLINE_REMIND_AT: '09:00',
      THROUGHLINE_LOG: 'info',
    }));

  it('takes every variable', () => {
    const env = {
      THROUGHLINE_DATA: '/var/lib/throughline',
      THROUGHLINE_EVENTS_URL: 'esdb+discover://db.example.org:2113',
      THROUGHLINE_VIEWS_URL: 'mongodb://db.example.org/views',
      THROUGHLINE_KEYS_URL: 'mongodb+srv://db.example.org/keys',
      THROUGHLINE_MASTER_KEY_FILE: '/etc/throughline/master.key',
      THROUGHLINE_MASTER_KEY_OLD_FILE: '/etc/throughline/master.key.old',
      THROUGHLINE_STATE_URL: 'mongodb://db.example.org/state',
      THROUGHLINE_REDIS_URL: 'rediss://db.example.org',
      THROUGHLINE_BACKGROUND: 'worker',
      THROUGHLINE_HOST: '::',
      THROUGHLINE_CORS_ORIGINS: 'https://goals.example.org,http://localhost:5173',
      THROUGHLINE_TOKEN_SECRET: 'x'.repeat(32),
      THROUGHLINE_JWKS_URL: 'http://localhost:8080/keys',
      THROUGHLINE_TOKEN_ISSUER: 'https://id.example.org',
      THROUGHLINE_TOKEN_AUDIENCE: 'performance',
      THROUGHLINE_CHECKPOINT_KEY: '/etc/throughline/checkpoint.key',
      THROUGHLINE_CHECKPOINT_FILE: '/var/audit/checkpoints.ndjson',
      THROUGHLINE_LINE_READS_PRIVATE_GOALS: 'no',
      THROUGHLINE_RETENTION_FILE: '/etc/throughline/retention.json',
      THROUGHLINE_METRICS: 'open',
      THROUGHLINE_WORKING_DAYS: 'sun,mon,tue,wed,thu',
      THROUGHLINE_HOLIDAYS: '2026-12-24,2026-12-25',
      THROUGHLINE_REMIND_AT: '08:30',
      THROUGHLINE_SMTP_URL: 'smtps://user:word@mail.example.org',
      THROUGHLINE_MAIL_FROM: 'goals@example.org',
      THROUGHLINE_LOG: 'debug',
    };
    expect(
      readConfig({
        ...env,
        THROUGHLINE_PORT: '8443',
        THROUGHLINE_RATE_LIMIT: '600',
        THROUGHLINE_READS_KEPT_DAYS: '90',
      }),
    ).toEqual({
      ...env,
      THROUGHLINE_PORT: 8443,
      THROUGHLINE_RATE_LIMIT: 600,
      THROUGHLINE_READS_KEPT_DAYS: 90,
    });
  });

  it('takes an empty variable as absent', () =>
    expect(readConfig({ THROUGHLINE_PORT: '', THROUGHLINE_TOKEN_SECRET: '' })).toEqual(readConfig({})));

  it('leaves variables of others alone', () =>
    expect(readConfig({ PATH: '/bin', THROUGHPUT: '1', PORT: 'x' })).toEqual(readConfig({})));

  it.each([
    ['THROUGHLINE_DATA', 'x'.repeat(401)],
    ['THROUGHLINE_RATE_LIMIT', '0'],
    ['THROUGHLINE_CORS_ORIGINS', '*'],
    ['THROUGHLINE_CORS_ORIGINS', 'https://goals.example.org/'],
    ['THROUGHLINE_EVENTS_URL', 'http://db:2113'],
    ['THROUGHLINE_EVENTS_URL', 'esdb://'],
    ['THROUGHLINE_VIEWS_URL', 'db:27017'],
    ['THROUGHLINE_KEYS_URL', 'redis://db'],
    ['THROUGHLINE_MASTER_KEY', 'short'],
    ['THROUGHLINE_MASTER_KEY', 'x'.repeat(44)],
    ['THROUGHLINE_MASTER_KEY_FILE', 'x'.repeat(401)],
    ['THROUGHLINE_MASTER_KEY_OLD_FILE', 'x'.repeat(401)],
    ['THROUGHLINE_STATE_URL', 'esdb://db:2113'],
    ['THROUGHLINE_REDIS_URL', 'db:6379'],
    ['THROUGHLINE_BACKGROUND', 'elsewhere'],
    ['THROUGHLINE_HOST', 'x'.repeat(101)],
    ['THROUGHLINE_PORT', 'http'],
    ['THROUGHLINE_PORT', '-1'],
    ['THROUGHLINE_PORT', '65536'],
    ['THROUGHLINE_PORT', '80.5'],
    ['THROUGHLINE_TOKEN_SECRET', 'short'],
    ['THROUGHLINE_JWKS_URL', 'id.example.org/keys'],
    ['THROUGHLINE_JWKS_URL', 'ftp://id.example.org/keys'],
    ['THROUGHLINE_ROLES_CLAIM', 'x'.repeat(201)],
    ['THROUGHLINE_FIRST_ADMIN', 'x'.repeat(201)],
    ['THROUGHLINE_TOKEN_ISSUER', 'x'.repeat(401)],
    ['THROUGHLINE_TOKEN_AUDIENCE', 'x'.repeat(401)],
    ['THROUGHLINE_CHECKPOINT_KEY', 'x'.repeat(401)],
    ['THROUGHLINE_CHECKPOINT_FILE', 'x'.repeat(401)],
    ['THROUGHLINE_READS_KEPT_DAYS', '0'],
    ['THROUGHLINE_RETENTION_FILE', 'x'.repeat(401)],
    ['THROUGHLINE_METRICS', 'public'],
    ['THROUGHLINE_WORKING_DAYS', 'monday'],
    ['THROUGHLINE_WORKING_DAYS', 'mon;tue'],
    ['THROUGHLINE_HOLIDAYS', '24.12.2026'],
    ['THROUGHLINE_REMIND_AT', '24:00'],
    ['THROUGHLINE_SMTP_URL', 'mail.example.org'],
    ['THROUGHLINE_MAIL_FROM', 'goals'],
    ['THROUGHLINE_LOG', 'verbose'],
    ['THROUGHLINE_LOG', 'INFO'],
  ])('names %s where %j cannot be used', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems)
      expect(problem).toMatch(new RegExp(`^${name}: ${name} .*; see .env.example$`));
  });

  it('names every variable that cannot be used at once', () => {
    const problems = problemsOf({ THROUGHLINE_PORT: 'http', THROUGHLINE_LOG: 'loud' }).join('\n');
    expect(problems).toMatch(/THROUGHLINE_PORT/);
    expect(problems).toMatch(/THROUGHLINE_LOG/);
  });

  it('never repeats a secret', () =>
    expect(problemsOf({ THROUGHLINE_TOKEN_SECRET: 'hunter2' }).join()).not.toContain('hunter2'));

  it('refuses a variable of ours that it does not know: a typing error would go unnoticed', () =>
    expect(problemsOf({ THROUGHLINE_PROT: '3000' })).toEqual([
      'THROUGHLINE_PROT: THROUGHLINE_PROT should not exist; see .env.example',
    ]));

  it('refuses workers without stores on servers, and names what is missing', () =>
    expect(
      problemsOf({ THROUGHLINE_BACKGROUND: 'worker', THROUGHLINE_KEYS_URL: 'mongodb://db/keys' }),
    ).toEqual([
      expect.stringMatching(
        /^THROUGHLINE_BACKGROUND: .*EVENTS_URL, THROUGHLINE_VIEWS_URL, THROUGHLINE_STATE_URL as well$/,
      ),
    ]));

  it('refuses shared stores where every process would sign its own tokens', () => {
    const shared = {
      THROUGHLINE_EVENTS_URL: 'esdb://db:2113',
      THROUGHLINE_VIEWS_URL: 'mongodb://db/views',
      THROUGHLINE_KEYS_URL: 'mongodb://db/keys',
      THROUGHLINE_STATE_URL: 'mongodb://db/state',
    };
    expect(problemsOf(shared)).toEqual([expect.stringMatching(/^THROUGHLINE_TOKEN_SECRET: /)]);
    const config = readConfig({ ...shared, THROUGHLINE_TOKEN_SECRET: 'x'.repeat(32) });
    expect(isShared(config)).toBe(true);
    expect(isShared(readConfig({}))).toBe(false);
  });

  it('refuses a mail server without a sender, and a sender without one', () => {
    const refused = [expect.stringMatching(/^THROUGHLINE_MAIL_FROM: /)];
    expect(problemsOf({ THROUGHLINE_SMTP_URL: 'smtp://mail.example.org' })).toEqual(refused);
    expect(problemsOf({ THROUGHLINE_MAIL_FROM: 'goals@example.org' })).toEqual(refused);
  });

  it('refuses a claim for roles without a provider whose tokens have it', () => {
    const claim = { THROUGHLINE_ROLES_CLAIM: 'realm_access.roles' };
    expect(problemsOf(claim)).toEqual([expect.stringMatching(/^THROUGHLINE_ROLES_CLAIM: /)]);
    const provider = { ...claim, THROUGHLINE_JWKS_URL: 'https://id.example.org/keys' };
    expect(readConfig(provider)).toMatchObject(provider);
  });

  it.each(['THROUGHLINE_CHECKPOINT_KEY', 'THROUGHLINE_CHECKPOINT_FILE'])(
    'refuses %s alone: nothing would be signed',
    (name) =>
      expect(problemsOf({ [name]: '/elsewhere' })).toEqual([
        'THROUGHLINE_CHECKPOINT_KEY: set it and THROUGHLINE_CHECKPOINT_FILE, or neither of them',
      ]),
  );

  it('takes one master key, in a file or as it is', () => {
    const THROUGHLINE_MASTER_KEY = Buffer.alloc(32, 1).toString('base64');
    expect(readConfig({ THROUGHLINE_MASTER_KEY })).toMatchObject({ THROUGHLINE_MASTER_KEY });
    expect(problemsOf({ THROUGHLINE_MASTER_KEY, THROUGHLINE_MASTER_KEY_FILE: '/elsewhere' })).toEqual([
      expect.stringMatching(/^THROUGHLINE_MASTER_KEY: .* not both$/),
    ]);
  });

  it('is described in .env.example variable by variable', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const described = [...example.matchAll(/^(\w+)=(.*)$/gm)].map(
      ([, name, value]) => [name!, value!] as const,
    );
    const variables = Object.keys(Object.assign(new Config(), OPTIONAL));
    expect(described.map(([name]) => name).sort()).toEqual(variables.sort());
    expect(readConfig(Object.fromEntries(described))).toEqual(readConfig({}));
  });
});

/** Variables without a default; the compiler knows them all. */
const OPTIONAL: Record<OptionalOf<Config>, undefined> = {
  THROUGHLINE_EVENTS_URL: undefined,
  THROUGHLINE_VIEWS_URL: undefined,
  THROUGHLINE_KEYS_URL: undefined,
  THROUGHLINE_MASTER_KEY_FILE: undefined,
  THROUGHLINE_MASTER_KEY: undefined,
  THROUGHLINE_MASTER_KEY_OLD_FILE: undefined,
  THROUGHLINE_STATE_URL: undefined,
  THROUGHLINE_REDIS_URL: undefined,
  THROUGHLINE_TOKEN_SECRET: undefined,
  THROUGHLINE_JWKS_URL: undefined,
  THROUGHLINE_ROLES_CLAIM: undefined,
  THROUGHLINE_FIRST_ADMIN: undefined,
  THROUGHLINE_OTLP_URL: undefined,
  THROUGHLINE_CHECKPOINT_KEY: undefined,
  THROUGHLINE_CHECKPOINT_FILE: undefined,
  THROUGHLINE_RETENTION_FILE: undefined,
  THROUGHLINE_CORS_ORIGINS: undefined,
  THROUGHLINE_HOLIDAYS: undefined,
  THROUGHLINE_SMTP_URL: undefined,
  THROUGHLINE_MAIL_FROM: undefined,
};
type OptionalOf<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
