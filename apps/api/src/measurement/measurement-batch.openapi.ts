import type { ApiBodyOptions, ApiResponseOptions } from '@nestjs/swagger';
import { LINE_BYTES_MAX, ROWS_MAX } from '@pm/intake';

type Schema = Extract<ApiBodyOptions & ApiResponseOptions, { schema: object }>['schema'];

const count = (description: string): Schema => ({ type: 'integer', description });

/** The body of a batch. */
export const batchBody: Schema = {
  type: 'string',
  description: `A row a measurement: a JSON object a line, or CSV whose header line names the fields. kpi (an id, or number:<number>) and value; period or measuredAt; source, note and reason, as of a single measurement. At most ${ROWS_MAX} rows of ${LINE_BYTES_MAX} bytes.`,
  example:
    '{"kpi":"number:119","period":"2026-01","value":"42.5"}\n{"kpi":"number:120","period":"2026-01","value":"7"}\n',
};

/** What comes of a batch; also `stored` of the problem that stopped one. */
export const batchOutcome: Schema = {
  type: 'object',
  required: ['rows', 'recorded', 'corrected', 'unchanged', 'rejected', 'problems'],
  properties: {
    rows: count('Rows that were looked at: the sum of the four below.'),
    recorded: count('New values.'),
    corrected: count('Other values than stood there.'),
    unchanged: count('What was known already.'),
    rejected: count('Rows that were left out.'),
    position: {
      type: 'string',
      description: 'Send it as `after` with a read that must show all of it.',
    },
    problems: {
      type: 'array',
      description: 'The first hundred of the rejected rows.',
      items: {
        type: 'object',
        required: ['line', 'code', 'detail'],
        properties: {
          line: count('From 1; a header counts.'),
          field: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string', description: 'What to do.' },
        },
      },
    },
  },
};
