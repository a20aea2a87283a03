import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { AssemblyModule, drainViews, openMemory } from '@pm/assembly';
import { type Keys, type LoggedEvent, ManualClock } from '@pm/eventing';
import { MemoryKeys } from '@pm/eventing/memory';
import type { Instant } from '@pm/kernel';

const textOf = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** The events of some files of this folder, as they were stored then. */
export const storedEvents = (files: readonly string[]): LoggedEvent[] =>
  files
    .flatMap((name) => textOf(`${name}.ndjson`).trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as LoggedEvent);

/** The keys of the persons named there. */
async function heldKeys(files: readonly string[]): Promise<Keys> {
  const keys = new MemoryKeys();
  for (const name of files) {
    const held = JSON.parse(textOf(`${name}.keys.json`)) as Record<string, string>;
    for (const [person, key] of Object.entries(held)) await keys.adopt(person, Buffer.from(key, 'base64'));
  }
  return keys;
}

/** Today's product on what was stored then, with its views up to date, while the specs of a file run. */
export function history(files: readonly string[], now: Instant) {
  let opened: Awaited<ReturnType<typeof openHistory>>;
  beforeAll(async () => {
    opened = await openHistory(files, now);
  });
  afterAll(() => opened.app.close());
  return { stores: () => opened.stores, app: () => opened.app };
}

async function openHistory(files: readonly string[], now: Instant) {
  const stores = { ...openMemory(), keys: await heldKeys(files) };
  for (const { position: _position, ...event } of storedEvents(files)) {
    const expected = event.revision === 0 ? 'none' : event.revision - 1;
    await stores.events.append(event.stream, expected, [event]);
  }
  await drainViews(stores);
  const clock = new ManualClock(now);
  const app = await NestFactory.createApplicationContext(AssemblyModule.forRoot(stores, clock), {
    logger: false,
  });
  return { stores, app };
}
