/**
 * The rows of a table as it is written for readers: cells lie two blanks or more apart. Without its head, and without
 * empty lines.
 */
export const rowsOf = (table: string): readonly string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(1)
    .map((line) => line.trim().split(/\s{2,}/));
