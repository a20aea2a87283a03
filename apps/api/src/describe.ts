import { InlineProjection, openMemory } from '@pm/assembly';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApi } from './http/openapi.js';
import { createServer } from './server.js';

/** What this code's API can do, as the server publishes it: made in memory, without a port or a file. */
export async function describeApi(): Promise<OpenAPIObject> {
  const stores = openMemory();
  const tokens = { trust: { secret: 'it signs nothing, as nobody is answered' }, issuer: '', audience: '' };
  const app = await createServer({ stores, projection: new InlineProjection(stores), tokens });
  await app.init();
  try {
    return openApi(app);
  } finally {
    await app.close();
  }
}
