import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  validateSync,
} from 'class-validator';

/** Text that begins as an address of one of these kinds does; its rest is its driver's to read. */
const IsAddress = (...schemes: string[]): PropertyDecorator =>
  Matches(new RegExp(`^(${schemes.map((scheme) => scheme.replace('+', String.raw`\+`)).join('|')})://.`), {
    message: `$property must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

/** One or more of these, separated by commas. */
const listOf = (pattern: string): RegExp => new RegExp(`^${pattern}(,${pattern})*$`);

/** 32 bytes as base64. */
export const MASTER_KEY = /^[A-Za-z0-9+/]{43}=$/;

/** Every setting, from the environment; nothing else reads it. Defaults need no server beside this one. */
export class Config {
  /** Directory of the data files. @example "./data" */
  @Length(1, 400)
  THROUGHLINE_DATA: string = './data';

  /** EventStoreDB or KurrentDB that holds the log; a file of the data directory where absent. @example "esdb://db:2113?tls=false" */
  @IsOptional()
  @IsAddress('esdb', 'esdb+discover')
  THROUGHLINE_EVENTS_URL?: string;

  /** MongoDB database that holds the views, which can be built again from the log; a file where absent. @example "mongodb://db:27017/views" */
  @IsOptional()
  @IsAddress('mongodb', 'mongodb+srv')
  THROUGHLINE_VIEWS_URL?: string;

  /** MongoDB database that holds a key for each person, backed up apart from the log; a file where absent. @example "mongodb://db:27017/keys" */
  @IsOptional()
  @IsAddress('mongodb', 'mongodb+srv')
  THROUGHLINE_KEYS_URL?: string;

  /** File with the master key that people's keys are wrapped under, 32 bytes as base64; they lie in clear where absent. @example "/etc/throughline/master.key" */
  @IsOptional()
  @Length(1, 400)
  THROUGHLINE_MASTER_KEY_FILE?: string;

  /** The master key itself, where it is not in a file. @example "32 bytes as base64" */
  @IsOptional()
  @Matches(MASTER_KEY, { message: '$property must be 32 bytes as base64' })
  THROUGHLINE_MASTER_KEY?: string;

  /** File with another master key that keys may be wrapped under: the one before, while it is replaced. @example "/etc/throughline/master.key.old" */
  @IsOptional()
  @Length(1, 400)
  THROUGHLINE_MASTER_KEY_OLD_FILE?: string;

  /** MongoDB database that holds schedules, due work and leases; a file where absent. @example "mongodb://db:27017/state" */
  @IsOptional()
  @IsAddress('mongodb', 'mongodb+srv')
  THROUGHLINE_STATE_URL?: string;

  /** Redis that wakes the process that has something due; without it each one looks for itself. @example "redis://db:6379" */
  @IsOptional()
  @IsAddress('redis', 'rediss')
  THROUGHLINE_REDIS_URL?: string;

  /** Where views are kept up to date and jobs are done: in the API's process, or in workers of their own. @example "here" */
  @IsIn(['here', 'worker'])
  THROUGHLINE_BACKGROUND: 'here' | 'worker' = 'here';

  /** Address to listen on. @example "127.0.0.1" */
  @Length(1, 100)
  THROUGHLINE_HOST: string = '127.0.0.1';

  /** Port to listen on. @example 3000 */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  THROUGHLINE_PORT: number = 3000;

  /** Requests a minute that one token, or one address without a token, may send to one process: a guard against runaways, no quota. @example 1200000 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  THROUGHLINE_RATE_LIMIT: number = 1_200_000;

  /** Sites whose pages may ask from a browser, separated by commas; none where absent. @example "https://goals.example.org" */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/, {
    message: '$property must be origins such as https://goals.example.org, separated by commas',
  })
  THROUGHLINE_CORS_ORIGINS?: string;

  /** Secret of tokens that this server signs itself (HS256); made and kept in the data directory where absent. @example "at least 32 characters, kept outside the repository" */
  @IsOptional()
  @Length(32, 400)
  THROUGHLINE_TOKEN_SECRET?: string;

  /** Where an identity provider publishes its keys; tokens of this server are then refused. @example "https://id.example.org/keys" */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  THROUGHLINE_JWKS_URL?: string;

  /** Claim of the provider's tokens that says roles, by its name or its path; `roles` where absent. @example "realm_access.roles" */
  @IsOptional()
  @Length(1, 200)
  THROUGHLINE_ROLES_CLAIM?: string;

  /** Who counts as people-admin until somebody else is granted it: the `sub` of their token. @example "5f0c1d3a" */
  @IsOptional()
  @Length(1, 200)
  THROUGHLINE_FIRST_ADMIN?: string;

  /** Issuer that a token must name. @example "throughline" */
  @Length(1, 400)
  THROUGHLINE_TOKEN_ISSUER: string = 'throughline';

  /** Audience that a token must name. @example "throughline" */
  @Length(1, 400)
  THROUGHLINE_TOKEN_AUDIENCE: string = 'throughline';

  /** Ed25519 key (PEM) that signs a checkpoint of the log every night, made by `checkpoint keygen`; nothing is signed where absent. @example "/etc/throughline/checkpoint.key" */
  @IsOptional()
  @Length(1, 400)
  THROUGHLINE_CHECKPOINT_KEY?: string;

  /** File that signed checkpoints are appended to, outside the data directory. @example "/var/audit/checkpoints.ndjson" */
  @IsOptional()
  @Length(1, 400)
  THROUGHLINE_CHECKPOINT_FILE?: string;

  /** How many days it is kept who read what of others. @example 1096 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(36_500)
  THROUGHLINE_READS_KEPT_DAYS: number = 1096;

  /** Whether everyone above somebody's manager reads their private goals, too. @example "yes" */
  @IsIn(['yes', 'no'])
  THROUGHLINE_LINE_READS_PRIVATE_GOALS: 'yes' | 'no' = 'yes';

  /** Rules (JSON) by which people's records go after a time; nothing goes where absent. @example "/etc/throughline/retention.json" */
  @IsOptional()
  @Length(1, 400)
  THROUGHLINE_RETENTION_FILE?: string;

  /** Who may read GET /metrics: whoever has a token with operations.view, or anyone who can reach the port. @example "protected" */
  @IsIn(['protected', 'open'])
  THROUGHLINE_METRICS: 'protected' | 'open' = 'protected';

  /** Collector that takes traces as OTLP over HTTP; none are made where absent. @example "http://127.0.0.1:4318/v1/traces" */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  THROUGHLINE_OTLP_URL?: string;

  /** Days on which people work. @example "mon,tue,wed,thu,fri" */
  @Matches(listOf('(mon|tue|wed|thu|fri|sat|sun)'), {
    message: '$property must be days such as mon,tue,wed, separated by commas',
  })
  THROUGHLINE_WORKING_DAYS: string = 'mon,tue,wed,thu,fri';

  /** Days on which they do not all the same; none where absent. @example "2026-12-24,2026-12-25" */
  @IsOptional()
  @Matches(listOf(String.raw`\d{4}-\d{2}-\d{2}`), {
    message: '$property must be days such as 2026-12-24, separated by commas',
  })
  THROUGHLINE_HOLIDAYS?: string;

  /** When people are reminded on working days, in the time zone of the organisation's calendar. @example "09:00" */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '$property must be a time such as 09:00' })
  THROUGHLINE_REMIND_AT: string = '09:00';

  /** Mail server by which notifications are sent; the inbox alone where absent. @example "smtps://user:password@mail.example.org" */
  @IsOptional()
  @IsAddress('smtp', 'smtps')
  THROUGHLINE_SMTP_URL?: string;

  /** Whom mails are from. @example "goals@example.org" */
  @IsOptional()
  @IsEmail()
  THROUGHLINE_MAIL_FROM?: string;

  /** How much to log. @example "info" */
  @IsIn(['error', 'warn', 'info', 'debug'])
  THROUGHLINE_LOG: 'error' | 'warn' | 'info' | 'debug' = 'info';
}

/** A setting that cannot be used. Nothing was started. */
export class BadConfig extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'BadConfig';
  }
}

/**
 * Reads the settings.
 *
 * @param env as of the process; variables that start with THROUGHLINE_ and are not known are refused
 * @throws BadConfig naming each variable and what is wrong with it
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.entries(env).filter(
    ([name, value]) => name.startsWith('THROUGHLINE_') && value !== '',
  );
  const config = plainToInstance(Config, Object.fromEntries(given), { exposeDefaultValues: true });
  const problems = validateSync(config, { whitelist: true, forbidNonWhitelisted: true }).flatMap(
    ({ property, constraints }) =>
      Object.values(constraints ?? {}).map(
        (rule) => `${property}: ${rule.replace(/^property /, '')}; see .env.example`,
      ),
  );
  const contradictions = problems.length > 0 ? [] : contradictionsIn(config);
  if (problems.length + contradictions.length > 0) throw new BadConfig([...problems, ...contradictions]);
  return config;
}

const STORE_URLS = [
  'THROUGHLINE_EVENTS_URL',
  'THROUGHLINE_VIEWS_URL',
  'THROUGHLINE_KEYS_URL',
  'THROUGHLINE_STATE_URL',
] as const;

/** Whether every store is on a server, so that any number of processes can work on them. */
export const isShared = (config: Config): boolean => missingIn(config).length === 0;

const missingIn = (config: Config) => STORE_URLS.filter((name) => config[name] === undefined);

/** Settings that cannot hold together, and what to do about them. */
const CONTRADICTIONS: readonly (readonly [
  holds: (config: Config) => boolean,
  says: string | ((config: Config) => string),
])[] = [
  [
    (config) => config.THROUGHLINE_BACKGROUND === 'worker' && !isShared(config),
    (config) =>
      `THROUGHLINE_BACKGROUND: workers share no files with the API: set ${missingIn(config).join(', ')} as well`,
  ],
  [
    (config) => isShared(config) && !config.THROUGHLINE_TOKEN_SECRET && !config.THROUGHLINE_JWKS_URL,
    'THROUGHLINE_TOKEN_SECRET: processes that share their stores must trust the same tokens: set it, or THROUGHLINE_JWKS_URL',
  ],
  [
    (config) => Boolean(config.THROUGHLINE_ROLES_CLAIM) && !config.THROUGHLINE_JWKS_URL,
    'THROUGHLINE_ROLES_CLAIM: tokens of this server say `roles`: set THROUGHLINE_JWKS_URL as well, or not this',
  ],
  [
    (config) => !config.THROUGHLINE_SMTP_URL !== !config.THROUGHLINE_MAIL_FROM,
    'THROUGHLINE_MAIL_FROM: a mail needs a server and a sender: set THROUGHLINE_SMTP_URL and this, or neither',
  ],
  [
    (config) => Boolean(config.THROUGHLINE_MASTER_KEY && config.THROUGHLINE_MASTER_KEY_FILE),
    'THROUGHLINE_MASTER_KEY: there is one master key: set it or THROUGHLINE_MASTER_KEY_FILE, not both',
  ],
  [
    (config) => !config.THROUGHLINE_CHECKPOINT_KEY !== !config.THROUGHLINE_CHECKPOINT_FILE,
    'THROUGHLINE_CHECKPOINT_KEY: set it and THROUGHLINE_CHECKPOINT_FILE, or neither of them',
  ],
];

const contradictionsIn = (config: Config): string[] =>
  CONTRADICTIONS.flatMap(([holds, says]) => {
    if (!holds(config)) return [];
    return typeof says === 'string' ? says : says(config);
  });
