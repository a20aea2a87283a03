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

/** @throws UsageError where one of them is no moment; a bare day is the organisation's */
export async function typedMoment({ asOf, asKnownAt }: TypedMoment, answers: Answers): Promise<AsOf> {
  const read = await momentReader(answers);
  return { asOf: read('--as-of', asOf), asKnownAt: read('--as-known-at', asKnownAt) };
}

/** Where a comparison begins, as typed. */
export interface TypedSince {
  readonly sinceAsOf?: string;
  readonly sinceKnownAt?: string;
}

/** @returns undefined where it begins at the very beginning @throws UsageError */
export async function typedSince(typed: TypedSince, answers: Answers): Promise<AsOf | undefined> {
  const { sinceAsOf, sinceKnownAt } = typed;
  if (sinceAsOf === undefined && sinceKnownAt === undefined) return undefined;
  const read = await momentReader(answers);
  return { asOf: read('--since-as-of', sinceAsOf), asKnownAt: read('--since-known-at', sinceKnownAt) };
}

async function momentReader(answers: Answers) {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return (option: string, text: string | undefined): Instant | undefined => {
    const moment = text === undefined ? undefined : parseMoment(text, timeZone);
    if (text !== undefined && moment === undefined)
      throw new UsageError(
        `${option} ${text}: name a day such as 2026-03-03, or a moment such as 2026-03-03T09:30:00Z`,
      );
    return moment;
  };
}

/** The id of what has this number; an id stands for itself. */
export const idTyped = (kind: 'unit' | 'goal' | 'kpi', text: string): string =>
  isId(text) ? text : namedId(kind, 'number', text);
