export const engines = {
  eventStoreDb: process.env.EVENTSTOREDB_URL,
  mongoDb: process.env.MONGODB_URL,
  redis: process.env.REDIS_URL,
};

const VARIABLES = { EventStoreDB: 'EVENTSTOREDB_URL', MongoDB: 'MONGODB_URL', Redis: 'REDIS_URL' };

/** Runs what needs an engine where there is one, else says how to reach it. */
export function onEngine(url: string | undefined, name: string, run: (url: string) => void): void {
  if (url) return run(url);
  it(`${name} is not reached: set ${VARIABLES[name as keyof typeof VARIABLES]}`, () => {});
}
