import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Length, Max, Min, validateSync } from 'class-validator';

/** Every setting, from the environment; nothing else reads it. Defaults need no server beside this one. */
export class Config {
  /** Directory of the data files. @example "./data" */
  @Length(1, 400)
  THROUGHLINE_DATA: string = './data';

  /** Address to listen on. @example "127.0.0.1" */
  @Length(1, 100)
  THROUGHLINE_HOST: string = '127.0.0.1';

  /** Port to listen on. @example 3000 */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  THROUGHLINE_PORT: number = 3000;

  /** Secret of tokens that this server signs itself (HS256); made and kept in the data directory where absent. @example "at least 32 characters, kept outside the repository" */
  @IsOptional()
  @Length(32, 400)
  THROUGHLINE_TOKEN_SECRET?: string;

  /** Where an identity provider publishes its keys; tokens of this server are then refused. @example "https://id.example.org/keys" */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  THROUGHLINE_JWKS_URL?: string;

  /** Issuer that a token must name. @example "throughline" */
  @Length(1, 400)
  THROUGHLINE_TOKEN_ISSUER: string = 'throughline';

  /** Audience that a token must name. @example "throughline" */
  @Length(1, 400)
  THROUGHLINE_TOKEN_AUDIENCE: string = 'throughline';

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
  if (problems.length > 0) throw new BadConfig(problems);
  return config;
}
