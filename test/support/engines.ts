/** Where the servers are that some stores need; undefined where there is none to test against. */
export const engines = {
  eventStoreDb: process.env['EVENTSTOREDB_URL'],
  mongoDb: process.env['MONGODB_URL'],
  redis: process.env['REDIS_URL'],
};

const VARIABLES: Readonly<Record<keyof typeof engines, string>> = {
  eventStoreDb: 'EVENTSTOREDB_URL',
  mongoDb: 'MONGODB_URL',
  redis: 'REDIS_URL',
};

/** Declares tests that need a server, or, where there is none, one that says so by its name. */
export function onEngine(engine: keyof typeof engines, name: string, run: (url: string) => void): void {
  const url = engines[engine];
  if (url) run(url);
  else describe(name, () => it(`is not run: ${VARIABLES[engine]} is not set`, () => {}));
}
