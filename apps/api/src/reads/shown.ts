import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Moments } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import type { IdentifiedRequest } from '../http/access.guard.js';

/** What an answer shows of others, as its handler knows. */
export interface Shown extends Moments {
  /** The one person, goal or KPI that was asked for. */
  readonly record?: string;
  /** Everyone whose data are in the answer, whoever asks among them; as often as it comes. */
  readonly subjects: readonly PersonId[];
}

/** Says what the answer will show: it is sent once that is recorded. What is said last counts. */
export type Show = (shown: Shown) => void;

type ShowingRequest = IdentifiedRequest & { shown?: Shown };

/** For handlers of routes that are `recorded`: each says what it shows, and be it nobody, before it answers. */
export const Showing = createParamDecorator((_: unknown, context: ExecutionContext) =>
  showIn(context.switchToHttp().getRequest<ShowingRequest>()),
);

export const showIn =
  (request: IdentifiedRequest): Show =>
  (shown) =>
    void ((request as ShowingRequest).shown = shown);

/** @returns undefined where its handler said nothing */
export const shownBy = (request: IdentifiedRequest): Shown | undefined => (request as ShowingRequest).shown;
