import type { Event, Fold } from '@pm/kernel';
import { kpis, measurements } from '@pm/measurement';
import { inboxes } from '@pm/notifications';
import { chart, deputies, people } from '@pm/organisation';
import { goals } from '@pm/planning';

/** Any fold, whatever its state. */
export type AnyFold = Fold<unknown, Event>;

const FOLDS = [goals, kpis, measurements, people, chart, deputies, inboxes] as unknown as readonly AnyFold[];

export const CATEGORIES: readonly string[] = FOLDS.map(({ category }) => category);

/** How a stream adds up, by the first part of its name. @returns undefined for a stream of no known kind */
export const foldOf = (stream: string): AnyFold | undefined =>
  FOLDS.find(({ category }) => stream.startsWith(`${category}-`));
