import { type Provider } from '@nestjs/common';
import type { Event, Fold, Instant, Question } from '@pm/kernel';
import type { Clock } from './clock.js';
import type { Decisions } from './decisions.js';

/** How facts are gathered: states of the context's own streams, and answers of other contexts. */
export interface Asking {
  readonly read: <State, E extends Event>(fold: Fold<State, E>, id: string) => Promise<State>;
  readonly ask: <Args extends object, Answer>(
    question: Question<Args, Answer>,
    args: Args,
  ) => Promise<Answer>;
}

/** How the context that owns a question answers it, from its own streams. */
export interface AnswerDeclaration {
  readonly question: string;
  answer(args: object, asking: Asking): Promise<unknown>;
}

export function answerTo<Args extends object, Answer>(
  question: Question<Args, Answer>,
  answer: (args: Args, asking: Asking) => Promise<Answer>,
): AnswerDeclaration {
  return { question: question.name, answer: (args, asking) => answer(args as Args, asking) };
}

/** Who answers what. Every question has exactly one answer. */
export class Answers {
  private readonly byQuestion = new Map<string, AnswerDeclaration>();

  constructor(
    private readonly decisions: Decisions,
    private readonly clock: Clock,
  ) {}

  add(declaration: AnswerDeclaration): void {
    if (this.byQuestion.has(declaration.question))
      throw new Error(`two contexts answer ${declaration.question}`);
    this.byQuestion.set(declaration.question, declaration);
  }

  now(): Instant {
    return this.clock.now();
  }

  /** The revision that a stream had at a position of the log; -1 before its first event. */
  revisionAt<State, E extends Event>(fold: Fold<State, E>, id: string, position: string): Promise<number> {
    return this.decisions.revisionAt(fold, id, position);
  }

  asking(): Asking {
    return {
      read: (fold, id) => this.decisions.state(fold, id),
      ask: <Args extends object, Answer>({ name }: Question<Args, Answer>, args: Args) => {
        const declaration = this.byQuestion.get(name);
        if (!declaration) throw new Error(`no context answers ${name}`);
        return declaration.answer(args, this.asking()) as Promise<Answer>;
      },
    };
  }
}

/** Registers a context's answers; list it in the context's module. */
export function provideAnswers(context: string, declarations: readonly AnswerDeclaration[]): Provider {
  return {
    provide: `answers of ${context}`,
    useFactory: (answers: Answers) => declarations.forEach((declaration) => answers.add(declaration)),
    inject: [Answers],
  };
}
