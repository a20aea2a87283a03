/** Days as files write them besides ISO 8601, each with the groups that it has. */
const FORMS = {
  'yyyy-mm-dd': undefined,
  'dd.mm.yyyy': /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  'dd/mm/yyyy': /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  'mm/dd/yyyy': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
} as const;

export type DayForm = keyof typeof FORMS;

export const DAY_FORMS = Object.keys(FORMS) as DayForm[];

/** A day as ISO 8601 has it, whether it exists or not; whatever is written otherwise as it is. */
export function plainDays(days: DayForm = 'yyyy-mm-dd'): (text: string) => string {
  const form = FORMS[days];
  return (text) => {
    const { day, month, year } = form?.exec(text)?.groups ?? {};
    return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  };
}
