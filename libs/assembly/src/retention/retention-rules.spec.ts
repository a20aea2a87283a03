import { BadConfig, readConfig } from '@pm/config';
import { retentionRules, rulesIn } from './retention-rules.js';

const rule = { name: 'former staff', records: 'people-who-left', keepMonths: 36 };
const text = (change: object = {}) => JSON.stringify({ version: 1, rules: [rule], ...change });
const problemsOf = (given: string): readonly string[] => {
  try {
    rulesIn(given);
  } catch (error) {
    return (error as BadConfig).problems;
  }
  return [];
};

describe('Retention rules', () => {
  it('are none where no file is named', () => expect(retentionRules(readConfig({}))).toBe(undefined));

  it('are a version, and a list that may be empty', () => {
    expect(rulesIn(text())).toEqual({ version: 1, rules: [rule] });
    expect(problemsOf(text({ rules: [] }))).toEqual([]);
  });

  it.each([
    ['{', 'it is no JSON'],
    ['null', 'version must be'],
    [text({ version: 0 }), 'version must be a whole number from 1'],
    [text({ version: '1' }), 'version must be a whole number from 1'],
    [text({ rules: {} }), 'rules must be a list'],
    [text({ rules: [null] }), 'rules[0]: name must have'],
    [text({ rules: [{ ...rule, name: '' }] }), 'rules[0]: name must have 1 to 60'],
    [text({ rules: [{ ...rule, records: 'goals' }] }), 'rules[0]: records must be people-who-left'],
    [text({ rules: [{ ...rule, keepMonths: 0 }] }), 'rules[0]: keepMonths must be a whole number from 1'],
    [text({ rules: [{ ...rule, keepMonths: 1201 }] }), 'rules[0]: keepMonths must be a whole number from 1'],
    [text({ rules: [{ ...rule, keepYears: 3 }] }), 'rules[0]: keepYears is not known'],
    [text({ rules: [rule, { ...rule, keepMonths: 12 }] }), 'each name must be used once'],
  ])('%s are refused at start', (given, problem) =>
    expect(problemsOf(given)[0]).toContain(`THROUGHLINE_RETENTION_FILE: ${problem}`),
  );

  it('are refused with everything that is wrong with them', () =>
    expect(problemsOf(text({ version: -1, rules: [{}] }))).toHaveLength(4));

  it('name the setting where there is no such file', () => {
    const config = readConfig({ THROUGHLINE_RETENTION_FILE: '/absent/rules.json' });
    expect(() => retentionRules(config)).toThrow(/THROUGHLINE_RETENTION_FILE: ENOENT/);
  });
});
