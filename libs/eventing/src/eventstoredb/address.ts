/** Where a log is kept: a server or cluster, and the name of the log there. */
export interface Address {
  /** What the driver connects to. */
  readonly url: string;
  /** The hosts, without credentials: for messages. */
  readonly hosts: string;
  /** One server may hold the logs of several deployments. */
  readonly log: string;
}

const LOG = 'throughline';

/**
 * Reads `esdb://user:password@host:2113?tls=false&log=lakeside`: the driver's form, with the name of a log.
 *
 * @throws TypeError, which never repeats the address: it may hold a password
 */
export function addressOf(text: string): Address {
  const [, before, hosts, query] =
    /^(esdb(?:\+discover)?:\/\/(?:[^@/]*@)?)([^@/?]+)\/?(\?.*)?$/.exec(text) ?? [];
  if (before === undefined || hosts === undefined)
    throw new TypeError('not an address of EventStoreDB; write it like esdb://host:2113?tls=false');
  const options = (query ?? '').slice(1).split('&').filter(Boolean);
  const log = options.find(isLog)?.slice('log='.length) ?? LOG;
  if (!/^[a-z][a-z0-9]{0,39}$/.test(log))
    throw new TypeError('a log is named by up to 40 lower-case letters and digits, a letter first');
  const others = options.filter((option) => !isLog(option)).join('&');
  return { url: `${before}${hosts}${others && `?${others}`}`, hosts, log };
}

const isLog = (option: string): boolean => option.startsWith('log=');
