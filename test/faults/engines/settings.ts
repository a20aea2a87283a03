import { parseArgs } from 'node:util';

export const ENGINES = ['EventStoreDB', 'MongoDB', 'Redis'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What is ended and started again. */
export const TARGETS = [...ENGINES, 'worker', 'API'] as const;
export type Target = (typeof TARGETS)[number];

/** A server that the product needs: where it listens, and what starts it. */
export interface EngineSettings {
  readonly url: string;
  /** Runs the server in the foreground, by `exec`, so that signals reach it. */
  readonly command: string;
}

export interface Settings {
  readonly engines: Readonly<Record<EngineName, EngineSettings>>;
  readonly targets: readonly Target[];
  /** For each target. */
  readonly rounds: number;
  readonly seed: number;
  /** The APIs listen on this port and the next, the workers ten further up. */
  readonly port: number;
}

/** @throws Error naming what is missing */
export function settingsOf(words: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      port: { type: 'string', default: '34570' },
      targets: { type: 'string', default: TARGETS.join() },
    },
  });
  const targets = values.targets.split(',').map((name) => {
    const target = TARGETS.find((known) => known.toLowerCase() === name.toLowerCase());
    if (!target) throw new Error(`--targets: name some of ${TARGETS.join()}`);
    return target;
  });
  const engines = Object.fromEntries(ENGINES.map((name) => [name, engineIn(env, name)]));
  const [rounds, seed, port] = [values.rounds, values.seed, values.port].map(Number) as [
    number,
    number,
    number,
  ];
  return { engines: engines as Record<EngineName, EngineSettings>, targets, rounds, seed, port };
}

function engineIn(env: NodeJS.ProcessEnv, name: EngineName): EngineSettings {
  const [urlName, commandName] = [`${name.toUpperCase()}_URL`, `${name.toUpperCase()}_COMMAND`];
  const [url, command] = [env[urlName], env[commandName]];
  if (!url || !command)
    throw new Error(
      `set ${urlName}, and ${commandName} to what starts a ${name} of its own there, in the foreground`,
    );
  return { url, command };
}
