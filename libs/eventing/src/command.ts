import { Inject, type Provider, type Type } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Rejection, type Decide, type Event, type Fold, type Instant } from '@pm/kernel';
import { Answers, type Asking } from './answers.js';
import type { CommandContext } from './command-context.js';
import { Decisions, type Decided } from './decisions.js';

/** What a command's facts may draw on. */
export interface FactScope extends Asking {
  readonly now: Instant;
  readonly by: CommandContext;
}

/** One verb of the domain: which stream it decides on, what it must know, and the rule. */
export interface CommandSpec<Request extends object, State, E extends Event, Facts> {
  readonly fold: Fold<State, E>;
  /** The stream's id within the fold's category. */
  id(request: Request, scope: FactScope): string | Rejection | Promise<string | Rejection>;
  /** Everything that the rule looks at besides the stream itself. A refusal ends the command. */
  facts(request: Request, scope: FactScope): Facts | Rejection | Promise<Facts | Rejection>;
  readonly decide: Decide<Facts, State, E>;
}

/** A command as sent on the bus. */
export class Sent<Request extends object> extends Command<Decided> {
  constructor(
    readonly request: Request,
    readonly by: CommandContext,
  ) {
    super();
  }
}

/** A declared verb: `of` makes the command to send. */
export interface CommandDeclaration<Request extends object> {
  readonly verb: string;
  of(request: Request, by: CommandContext): Sent<Request>;
  /** Registers its one handler; list it in the context's module. */
  readonly handler: Provider;
}

/**
 * Declares a verb. The generic handler reads, folds, decides and appends; there is nothing else to write.
 */
export function command<Request extends object, State, E extends Event, Facts>(
  verb: string,
  spec: CommandSpec<Request, State, E, Facts>,
): CommandDeclaration<Request> {
  const type = { [verb]: class extends Sent<Request> {} }[verb] as Type<Sent<Request>>;
  return {
    verb,
    of: (request, by) => new type(request, by),
    handler: handlerOf(verb, type, spec),
  };
}

function handlerOf<Request extends object, State, E extends Event, Facts>(
  verb: string,
  type: Type<Sent<Request>>,
  spec: CommandSpec<Request, State, E, Facts>,
): Provider {
  const name = `${verb}Handler`;
  const handler = {
    [name]: class implements ICommandHandler<Sent<Request>> {
      constructor(
        readonly decisions: Decisions,
        readonly answers: Answers,
      ) {}

      async execute({ request, by }: Sent<Request>): Promise<Decided> {
        const scope = (now: Instant): FactScope => ({ ...this.answers.asking(), now, by });
        const id = await spec.id(request, scope(this.answers.now()));
        if (id instanceof Rejection) throw id;
        return this.decisions.make({
          fold: spec.fold,
          id,
          by,
          input: request,
          decide: async (state, now) => {
            const facts = await spec.facts(request, scope(now));
            return facts instanceof Rejection ? facts : spec.decide(facts, state);
          },
        });
      }
    },
  }[name]!;
  Inject(Decisions)(handler, undefined, 0);
  Inject(Answers)(handler, undefined, 1);
  CommandHandler(type)(handler);
  return handler;
}
