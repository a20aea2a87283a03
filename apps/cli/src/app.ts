import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AssemblyModule, type Stores } from '@pm/assembly';

/** The product without its HTTP door. */
export interface App {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/** Runs a task with the whole product on these stores, and closes them whatever happens. */
export async function withApp<T>(stores: Stores, task: (app: App) => Promise<T>): Promise<T> {
  try {
    const context = await NestFactory.createApplicationContext(AssemblyModule.forRoot(stores), {
      logger: ['error'],
    });
    return await task({ commands: context.get(CommandBus), queries: context.get(QueryBus) });
  } finally {
    await stores.close();
  }
}
