import { type Answers, isId, namedId } from '@pm/eventing';
import type { AsOf } from '@pm/insights';
import { calendarInForce, type Instant, parseMoment } from '@pm/kernel';
import { Command, Option } from 'commander';
import { UsageError } from '../usage-error.js';

/** How a history is printed. */
export type HistoryFormat = 'table' | 'ndjson';

export const formatOption = (): Option =>
  new Option('--format <format>', 'how to print it').choices(['table', 'ndjson']).default('table');

/** A moment as typed. */
export interface TypedMoment {
  readonly asOf?: string;
  readonly asKnownAt?: string;
}

export const withMoment = (command: Command): Command =>
  command
    .option('--as-of <moment>', 'what was true then: a day, which means its end, or a moment with an offset')
    .option('--as-known-at <moment>', 'as it was known then, without what was learned later');

/** @throws UsageError */
export const typedMoment = ({ asOf, asKnownAt }: TypedMoment, answers: Answers): Promise<AsOf> =>
  momentsTyped({ asOf, asKnownAt }, answers);

/** Where a comparison begins, as typed. */
export interface TypedSince {
  readonly sinceAsOf?: string;
  readonly sinceKnownAt?: string;
}

/** @returns undefined where it begins at the very beginning @throws UsageError */
export async function typedSince(typed: TypedSince, answers: Answers): Promise<AsOf | undefined> {
  const { sinceAsOf, sinceKnownAt } = typed;
  if (sinceAsOf === undefined && sinceKnownAt === undefined) return undefined;
  const read = await momentsTyped({ sinceAsOf, sinceKnownAt }, answers);
  return { asOf: read.sinceAsOf, asKnownAt: read.sinceKnownAt };
}

/**
 * Moments by the names of their options, as those are spelled in code; a bare day is the organisation's.
 *
 * @throws UsageError where one of them is no moment
 */
export async function momentsTyped<Name extends string>(
  typed: Readonly<Record<Name, string | undefined>>,
  answers: Answers,
): Promise<Record<Name, Instant | undefined>> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  const read = (name: string, text: string | undefined): Instant | undefined => {
    const moment = text === undefined ? undefined : parseMoment(text, timeZone);
    if (text === undefined || moment !== undefined) return moment;
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(
      `${option} ${text}: name a day such as 2026-03-03, or a moment such as 2026-03-03T09:30:00Z`,
    );
  };
  const names = Object.entries<string | undefined>(typed);
  return Object.fromEntries(names.map(([name, text]) => [name, read(name, text)])) as Record<
    Name,
    Instant | undefined
  >;
}

/** The id of what has this number; an id stands for itself. */
export const idTyped = (kind: 'unit' | 'goal' | 'kpi' | 'person', text: string): string =>
  isId(text) ? text : namedId(kind, 'number', text);
