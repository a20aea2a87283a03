import {
  isDecimalText,
  isLocalDate,
  parseMoment,
  spanOf,
  type Calendar,
  type DecimalText,
  type Period,
} from '@pm/kernel';

/** What a cell must be. */
export interface Kind<T extends string = string> {
  /** In words, to complete "is not …". */
  readonly expected: string;
  is(text: string): text is T;
}

export const textUpTo = (max: number): Kind => ({
  expected: `1 to ${max} characters`,
  is: (text): text is string => text.length > 0 && text.length <= max,
});

export const oneOf = <T extends string>(choices: readonly T[]): Kind<T> => ({
  expected: `one of ${choices.join(', ')}`,
  is: (text): text is T => (choices as readonly string[]).includes(text),
});

/** What units and goals of a kind are called. */
export const CALLED: Kind = {
  expected: 'a word in lower case',
  is: (text): text is string => /^[a-z][a-z ]{0,39}$/.test(text),
};

export const DECIMAL: Kind<DecimalText> = { expected: 'a decimal number such as 42.5', is: isDecimalText };

/** Names few periods again and again, so it remembers those that are. */
export function periodIn(calendar: Calendar): Kind<Period> {
  const known = new Set<string>();
  return {
    expected: 'a period such as FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05',
    is: (text): text is Period => {
      if (!known.has(text) && spanOf(text, calendar)) known.add(text);
      return known.has(text);
    },
  };
}

export const DAY: Kind = { expected: 'a day such as 2026-07-01', is: isLocalDate };

/** A day that does not exist would be read as the day it overflows to. */
export const momentIn = ({ timeZone }: Calendar): Kind => ({
  expected: 'a day such as 2023-03-05, or a moment with offset such as 2023-03-05T09:30:00Z',
  is: (text): text is string =>
    (isLocalDate(text) || text.length > 10) && text.length <= 40 && parseMoment(text, timeZone) !== undefined,
});
