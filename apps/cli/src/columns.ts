/** Cells side by side, each column as wide as its widest cell. @param right columns whose cells stand at its right edge */
export function columns(lines: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const padded = (cell: string, column: number) =>
    right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return lines.map((line) => `${line.map(padded).join('  ').trimEnd()}\n`).join('');
}

/** An object a line, for another program to read. */
export const ndjson = (objects: readonly object[]): string =>
  objects.map((object) => `${JSON.stringify(object)}\n`).join('');
