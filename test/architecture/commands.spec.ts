import { type INestApplicationContext } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { AssemblyModule, openMemory } from '@pm/assembly';
import type { CommandDeclaration } from '@pm/eventing/commands';
import * as identity from '@pm/identity';
import * as measurement from '@pm/measurement';
import * as notifications from '@pm/notifications';
import * as organisation from '@pm/organisation';
import * as planning from '@pm/planning';
import * as webhooks from '@pm/webhooks';

/** What the bus's own decorator leaves on a handler: the command it is for. */
const HANDLES = '__commandHandler__';

const isCommand = (value: unknown): value is CommandDeclaration<object> =>
  typeof value === 'object' && value !== null && 'verb' in value && 'handler' in value;
const declared = [organisation, planning, measurement, webhooks, notifications, identity]
  .flatMap((context): unknown[] => Object.values(context))
  .filter(isCommand);

let app: INestApplicationContext;
beforeAll(async () => {
  app = await NestFactory.createApplicationContext(AssemblyModule.forRoot(openMemory()), { logger: false });
});
afterAll(() => app.close());

const handled = (): string[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.providers.values()])
    .flatMap(({ metatype }) => {
      const command: unknown = metatype && Reflect.getMetadata(HANDLES, metatype);
      return command ? [(command as { name: string }).name] : [];
    });

describe('Every command', () => {
  it('has exactly one handler: of two, the bus silently takes the last', () =>
    expect(handled().sort()).toEqual(declared.map(({ verb }) => verb).sort()));

  it('is known to the bus, which knows no other', () => {
    const known = Reflect.get(app.get(CommandBus), 'handlers') as Map<string, unknown>;
    expect(known.size).toBe(declared.length);
  });

  it('has a verb of its own', () =>
    expect(new Set(declared.map(({ verb }) => verb)).size).toBe(declared.length));

  it('was found at all', () => expect(declared.length).toBeGreaterThan(10));
});
