import type { Period } from './period.js';

/**
 * The part of a KPI's time that shares one stream and one page of its trend, by the form of a period's name: a decade
 * of years and quarters, a year of months and weeks, a month of days. Keeps streams short however long a KPI lives.
 *
 * @example sliceOf('FY2023') = '2020s', sliceOf('2023-03') = '2023', sliceOf('2023-03-05') = '2023-03'
 */
export function sliceOf(period: Period): string {
  if (period.startsWith('FY')) return `${period.slice(2, 5)}0s`;
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? period.slice(0, 7) : period.slice(0, 4);
}
