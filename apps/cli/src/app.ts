import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { GoalReadingSettings } from '@pm/access';
import { AssemblyModule, type ReadStores } from '@pm/assembly';
import { Answers, type Clock } from '@pm/eventing';

/** The product without its HTTP door. */
export interface App {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly answers: Answers;
}

/** Runs a task with the whole product on these stores, and closes them whatever happens. */
export async function withApp<T>(
  stores: ReadStores,
  task: (app: App) => Promise<T>,
  { clock, reading }: { readonly clock?: Clock; readonly reading?: GoalReadingSettings } = {},
): Promise<T> {
  try {
    const context = await NestFactory.createApplicationContext(
      AssemblyModule.forRoot(stores, clock, reading),
      {
        logger: ['error'],
      },
    );
    return await task({
      commands: context.get(CommandBus),
      queries: context.get(QueryBus),
      answers: context.get(Answers),
    });
  } finally {
    await stores.close();
  }
}
