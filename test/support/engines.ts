/** The servers that contract suites run on, where they are named. */
export const engines = {
  eventStoreDb: process.env.EVENTSTOREDB_URL,
  mongoDb: process.env.MONGODB_URL,
  redis: process.env.REDIS_URL,
};

/** Runs a suite on a server, or says in one line that it was not run. */
export function onEngine(url: string | undefined, name: string, run: (url: string) => void): void {
  if (url) run(url);
  else it(`on ${name} was not run: no server is named`, () => {});
}
