import { BadConfig, type Config } from '@pm/config';
import { settingFile } from '../setting-file.js';

/** Kinds of records that rules can end. */
export const RECORD_KINDS = ['people-who-left', 'notifications'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Ends records of one kind once they were kept for a time. */
export interface RetentionRule {
  /** Told by what the rule did, for ever. */
  readonly name: string;
  readonly records: RecordKind;
  /** From 1 to 1200. */
  readonly keepMonths: number;
}

/** What the organisation decided, as one document; nothing goes that no rule names. */
export interface RetentionRules {
  /** Raised by whoever changes them, so that each erasure says which rules were in force. */
  readonly version: number;
  readonly rules: readonly RetentionRule[];
}

const SETTING = 'THROUGHLINE_RETENTION_FILE';
const KEEP_MONTHS_MAX = 1200;
const NAME = /^[\w .-]{1,60}$/;

/** @returns undefined where nothing is to go @throws BadConfig naming everything that is wrong with them */
export function retentionRules({ THROUGHLINE_RETENTION_FILE: file }: Config): RetentionRules | undefined {
  return file === undefined ? undefined : rulesIn(settingFile(file, SETTING));
}

/** @throws BadConfig */
export function rulesIn(text: string): RetentionRules {
  const found = parsed(text) as Partial<RetentionRules> | null;
  const problems = [
    ...(isCount(found?.version) ? [] : ['version must be a whole number from 1']),
    ...(Array.isArray(found?.rules) ? problemsIn(found.rules) : ['rules must be a list']),
  ];
  if (problems.length > 0) throw new BadConfig(problems.map((problem) => `${SETTING}: ${problem}`));
  return found as RetentionRules;
}

function problemsIn(rules: readonly (Partial<RetentionRule> | null)[]): string[] {
  const names = new Set(rules.map((rule) => rule?.name));
  return [
    ...rules.flatMap(problemsOf),
    ...(names.size === rules.length ? [] : ['each name must be used once']),
  ];
}

function problemsOf(rule: Partial<RetentionRule> | null, index: number): string[] {
  const { name, records, keepMonths, ...unknown } = rule ?? {};
  const where = `rules[${index}]`;
  const problems = [
    ...(typeof name === 'string' && NAME.test(name)
      ? []
      : ['name must have 1 to 60 letters, digits, spaces, dots or hyphens']),
    ...(RECORD_KINDS.some((kind) => kind === records)
      ? []
      : [`records must be ${RECORD_KINDS.join(' or ')}`]),
    ...(isCount(keepMonths) && keepMonths <= KEEP_MONTHS_MAX
      ? []
      : [`keepMonths must be a whole number from 1 to ${KEEP_MONTHS_MAX}`]),
    ...Object.keys(unknown).map((field) => `${field} is not known`),
  ];
  return problems.map((problem) => `${where}: ${problem}`);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadConfig([`${SETTING}: it is no JSON: ${(error as Error).message}`]);
  }
}
