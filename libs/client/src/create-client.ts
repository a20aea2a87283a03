import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import type { paths } from './schema.js';

export interface ClientSettings {
  /** Of the server. @example "https://throughline.example.org" */
  readonly url: string;
  /** Bearer token of whoever asks. */
  readonly token: string;
  /** What sends a request; the runtime's own where absent. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every route of the API as a typed call: `client.GET('/api/v1/units', { params: { query: { parent } } })`. */
export type Client = FetchClient<paths>;

/**
 * A client of one server for one token. A call gives `data`, or `error` with a problem (RFC 9457), and never throws for
 * what the server answers.
 */
export function createClient({ url, token, fetch }: ClientSettings): Client {
  return createFetchClient<paths>({ baseUrl: url, fetch, headers: { authorization: `Bearer ${token}` } });
}
