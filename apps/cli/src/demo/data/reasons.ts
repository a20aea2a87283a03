/** What people at Lakeside say when something changes, or went another way. */
export const CORRECTIONS = [
  'One sheet had been counted twice.',
  'The reports of the last day came in after the count.',
  'A decimal comma was read as a point.',
  'The substitute had used the old form.',
] as const;

export const RETRACTIONS = [
  'It was the figure of another team.',
  'The list that it was taken from has gaps; nobody knows the value.',
  'The system was down for half of the time.',
] as const;

export const EXPLANATIONS = [
  'Half of the team was ill with the flu.',
  'A new planning tool went live this week.',
  'School holidays.',
  'Snow kept everyone busy.',
  'Two posts were filled again.',
] as const;

export const CHANGES = [
  'The aim was set before we knew this year’s budget.',
  'We got there by midsummer and can aim higher.',
  'A third of the work moved to another team.',
] as const;

export const REJECTIONS = [
  'Nothing has changed since we agreed; let us try first.',
  'The budget was known when we agreed.',
] as const;

export const PAUSES = ['On parental leave until September.', 'Lent to the crisis staff.'] as const;

export const CANCELLATIONS = ['The task moved to the region.', 'The pilot was stopped.'] as const;

export const LESSONS = {
  achieved: [
    'Ten minutes every Monday with the figures on the wall were enough.',
    'Start with the two streets that everyone complains about.',
  ],
  partly: [
    'We began in May. Begin in January.',
    'It worked where the lead came along; it did not where we sent mail.',
  ],
  missed: [
    'We wanted three things at once.',
    'Nobody had asked the night shift.',
    'Agree on how it is counted first.',
  ],
} as const;
