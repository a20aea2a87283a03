import type { ProblemPages } from '@pm/kernel';

/** Why a row is not stored. The good rows around it are. */
export const intakeProblems: ProblemPages = {
  'contradicts-earlier-row': {
    meaning: 'An earlier row says something else about the same value.',
    cause: 'Two rows of one request name the same KPI, period and source with other values.',
    cure: 'Keep the row that is right, and send it again.',
  },
  'field-invalid': {
    meaning: 'A field of the row cannot be used.',
    cause: 'It is missing, of another type or out of its bounds.',
    cure: '`detail` says what to send instead.',
  },
  'field-unknown': {
    meaning: 'The row has a field that is not known.',
    cause: 'A name is misspelled, or belongs to another route.',
    cure: '`detail` names the fields there are.',
  },
  'row-unreadable': {
    meaning: 'The line is no row.',
    cause: 'It is no JSON object, or has more or fewer cells than there are columns.',
    cure: 'Send one JSON object a line, or a cell a column.',
  },
};
