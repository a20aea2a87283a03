import { isDecimalText, type DecimalText } from '@pm/kernel';
import type { CsvFormat } from './mapping.js';

/** Blanks that group digits look alike: a plain one, one that breaks no line, and a narrow one of these. */
const GROUPING = { '.': '\\.', ',': ',', ' ': '[ \\u00A0\\u202F]', "'": "['’]" } as const;

/** Of a number with all that stands beside it: a longer text is none, and takes a pattern long to see. */
const CHARACTERS_MAX = 80;

/** Numbers as a file writes them: with its signs for decimals and thousands, and with what else may stand beside the digits. */
export class Numbers {
  private readonly pattern: RegExp;
  readonly decimal: '.' | ',';

  constructor({ decimal = '.', thousands, signs = [], parentheses = false }: CsvFormat = {}) {
    this.decimal = decimal;
    const sign = `(?:${['', ...signs.map(escaped)].join('|')})`;
    const whole = thousands === undefined ? '\\d+' : `\\d{1,3}(?:${GROUPING[thousands]}\\d{3})+|\\d+`;
    const digits = `(?<whole>${whole})(?:\\${decimal}(?<fraction>\\d+))?`;
    const bare = `${sign}\\s*(?<minus>[-−])?\\s*${sign}\\s*${digits}\\s*${sign}`;
    this.pattern = new RegExp(parentheses ? `^(?<open>\\()?\\s*${bare}\\s*(?<close>\\))?$` : `^${bare}$`);
  }

  /** In words, to complete "is not …". */
  get expected(): string {
    return `a decimal number such as 42${this.decimal}5`;
  }

  /** @returns undefined where it is no number, or one that this file would write otherwise */
  plain(text: string): DecimalText | undefined {
    const found = text.length <= CHARACTERS_MAX ? this.pattern.exec(text)?.groups : undefined;
    if (!found || !isPaired(found)) return undefined;
    const { whole = '', fraction, minus, open } = found;
    const digits = whole.replaceAll(/\D/g, '') + (fraction === undefined ? '' : `.${fraction}`);
    const plain = `${(minus ?? open) === undefined ? '' : '-'}${digits}`;
    return isDecimalText(plain) ? plain : undefined;
  }
}

/** Both parentheses or none, and no minus within them. */
const isPaired = ({ open, close, minus }: Record<string, string | undefined>): boolean =>
  open === undefined ? close === undefined : close !== undefined && minus === undefined;

const escaped = (text: string): string => text.replaceAll(/[$^*+?[\]{}|\\/]/g, String.raw`\$&`);
