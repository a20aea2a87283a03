import type { Cell, Heading } from '../table.js';

/**
 * What a spreadsheet would run as a formula, a text that somebody typed, gets an apostrophe before it: shown as it is, and
 * carried out by nobody. Numbers may begin with a sign.
 */
export const defused = ({ kind }: Heading, cell: Cell): Cell =>
  kind === 'text' && typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
