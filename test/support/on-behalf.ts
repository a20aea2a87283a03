import type { Client } from './server.js';

/** Somebody who asks everything as the deputy of a person. */
export function onBehalfOf(personId: string, deputy: Client): Client {
  const asked = { 'throughline-on-behalf-of': personId };
  return {
    get: (path, headers) => deputy.get(path, { ...asked, ...headers }),
    post: (path, body, headers) => deputy.post(path, body, { ...asked, ...headers }),
    put: (path, body, headers) => deputy.put(path, body, { ...asked, ...headers }),
    remove: (path) => deputy.remove(path),
  };
}
