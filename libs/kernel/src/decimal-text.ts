declare const decimalText: unique symbol;

/** A decimal number as text, up to 18 digits before and 18 after the point: `"-42.50"`. Sums of such may be longer. */
export type DecimalText = string & { readonly [decimalText]: true };

const PATTERN = /^-?\d{1,18}(\.\d{1,18})?$/;

export function isDecimalText(text: unknown): text is DecimalText {
  return typeof text === 'string' && PATTERN.test(text);
}

/** Worked out once: whoever adds up asks for them thousands of times. */
const POWERS = Array.from({ length: 40 }, (_, places) => 10n ** BigInt(places));

export const powerOfTen = (places: number): bigint => POWERS[places] ?? 10n ** BigInt(places);

/** A decimal as an integer of 10^-places, exactly. @param places at least as many as the text has decimals */
export function integerOf(text: DecimalText, places: number): bigint {
  const point = text.indexOf('.');
  if (point < 0) return places === 0 ? BigInt(text) : BigInt(text) * powerOfTen(places);
  const digits = text.slice(0, point) + text.slice(point + 1).padEnd(places, '0');
  return BigInt(digits);
}

/** How many decimals a text has. */
export function decimalsOf(text: DecimalText): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** An integer of 10^-places as a decimal. @returns as few decimals as it needs */
export function decimalOf(integer: bigint, places: number): DecimalText {
  const sign = integer < 0n ? '-' : '';
  const digits = (integer < 0n ? -integer : integer).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  let end = digits.length;
  while (end > point && digits[end - 1] === '0') end -= 1;
  return `${sign}${digits.slice(0, point)}${end > point ? `.${digits.slice(point, end)}` : ''}` as DecimalText;
}
