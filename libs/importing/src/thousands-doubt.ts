import type { CsvFormat } from './mapping.js';

/** A number that was read as a fraction, and may be meant as thousands. */
interface Doubtful {
  readonly column: string | undefined;
  readonly text: string;
}

/**
 * Whether what was taken for a decimal sign groups thousands: where every number that has it has three digits behind it,
 * as 1.234, nothing in the file tells which. Recorded figures would be wrong by a thousand, and nobody would see it.
 */
export class ThousandsDoubt {
  private first?: Doubtful;
  /** A number that this sign cannot be the decimal sign of. */
  private contrary?: string;
  /** Whether a number shows that it is: 4.5, 0.123. */
  private isDecimal = false;
  /** Whether the mapping names a sign. */
  private readonly isSaid: boolean;
  /** 1.234 */
  private readonly grouped: RegExp;
  /** 1.234,5 or 1.234.567 or 91,5 */
  private readonly otherwise: RegExp;
  /** 12.5 */
  private readonly fraction: RegExp;

  constructor({ decimal, thousands }: CsvFormat = {}) {
    this.isSaid = decimal !== undefined || thousands !== undefined;
    const [sign, other] = decimal === ',' ? [',', '\\.'] : ['\\.', ','];
    this.grouped = new RegExp(`^\\D*[1-9]\\d{0,2}${sign}\\d{3}\\D*$`);
    this.otherwise = new RegExp(
      `\\d${sign}\\d{3}(?:${other}\\d|${sign}\\d{3})|^\\D*\\d+${other}\\d{1,2}\\D*$`,
    );
    this.fraction = new RegExp(`\\d${sign}\\d`);
  }

  /** @param isRead whether it was taken for a number */
  saw(text: string, isRead: boolean, column: string | undefined): void {
    if (!isRead) this.contrary ??= this.otherwise.test(text) ? text : undefined;
    else if (this.grouped.test(text)) this.first ??= { column, text };
    else this.isDecimal ||= this.fraction.test(text);
  }

  /** What to say in the mapping, once the whole file was seen; undefined where there is no doubt. */
  problem(): string | undefined {
    if (!this.first || this.isDecimal || (this.isSaid && this.contrary === undefined)) return undefined;
    const { column, text } = this.first;
    const where = column === undefined ? '' : `, column "${column}"`;
    const why = this.contrary === undefined ? 'may be thousands' : `stands beside "${this.contrary}"`;
    return `/csv: "${text}"${where}, ${why}; say which sign is "decimal" and which groups "thousands"`;
  }
}
