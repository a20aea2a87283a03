export interface BackOff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** How long to wait after so many failures: twice as long each time, spread so that not all come back at once. */
export function backOffMs({ firstMs, maxMs }: BackOff, failures: number): number {
  return Math.round(Math.min(firstMs * 2 ** (failures - 1), maxMs) * (0.5 + Math.random() / 2));
}
