import { AGGREGATIONS, FREQUENCIES, PLAIN_DIRECTIONS } from '@pm/kernel';
import { DAY_FORMS } from './days.js';

const PERIOD = '^(FY\\d{4}(-Q[1-8])?|\\d{4}-\\d{2}|\\d{4}-W\\d{2}|\\d{4}-\\d{2}-\\d{2})$';

const text = { type: 'string', minLength: 1 };

/** A template, or a template looked up. */
const value = (description: string) => valueOf(description, text, { type: 'string' });

/** As {@link value}, of which only some texts can come; a template may still bring others, row by row. */
function choice(description: string, choices: readonly string[]) {
  const listed = `${description}: ${choices.join(', ')}.`;
  return valueOf(
    listed,
    { ...text, pattern: `[{]|^(${choices.join('|')})$` },
    { type: 'string', enum: choices },
  );
}

function valueOf(description: string, template: object, result: object) {
  return {
    ...template,
    description,
    type: ['string', 'object'],
    required: ['from'],
    additionalProperties: false,
    properties: {
      from: { ...text, description: 'Text with {column} placeholders.' },
      map: { type: 'object', minProperties: 1, additionalProperties: result, description },
      ifEmpty: { ...result, description },
    },
  };
}

const when = value('The entry is left out of rows in which this is empty.');

const entries = (description: string, entry: object) => ({
  description,
  type: 'array',
  items: { type: 'object', additionalProperties: false, description, ...entry },
});

const units = entries('Units; "parent" is the number of the unit above.', {
  required: ['number', 'name', 'kind'],
  properties: {
    when,
    number: value("The organisation's own number or code."),
    name: value('What the unit is called.'),
    kind: value('What such a unit is called, in lower case: city, agency, team.'),
    parent: value('Number of the unit above; leave it out for the organisation itself.'),
  },
});

const from = value('The day from which on it holds, such as 2026-07-01; the day of the import where absent.');

const people = entries('People; "unit" and "manager" are numbers.', {
  required: ['number', 'name', 'unit'],
  properties: {
    when,
    number: value("The organisation's own number for the person."),
    name: value('What the person is called; stored sealed under a key of their own.'),
    unit: value('Number of the unit that they belong to.'),
    manager: value('Number of the person who leads them; as recorded where it is empty.'),
    from,
  },
});

const heads = entries('Who stands for which unit, by number.', {
  required: ['unit', 'person'],
  properties: {
    when,
    unit: value('Number of the unit.'),
    person: value('Number of the person who stands for it.'),
    from,
  },
});

const parents = {
  description: 'Goals above this one, by number.',
  type: 'array',
  items: {
    type: 'object',
    description: 'A goal above this one, by number.',
    required: ['number'],
    additionalProperties: false,
    properties: {
      number: value('Number of the goal above.'),
      contributes: { type: 'boolean', description: 'Whether its progress counts towards that goal.' },
      weight: value('Relative to its siblings; 1 where absent.'),
    },
  },
};

const goals = entries('Goals, as the source has them.', {
  required: ['number', 'title', 'kind', 'unit'],
  properties: {
    when,
    number: value('What the source knows it by, of as many columns as it takes to be unique.'),
    title: value('What is to be reached.'),
    kind: value('What such a goal is called, in lower case: service, objective.'),
    unit: value('Number of the unit whose goal it is.'),
    parents,
  },
});

const labels = {
  description: 'Words to select KPIs by, each with the text that gives it.',
  type: 'object',
  maxProperties: 20,
  propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' },
  additionalProperties: {
    type: 'object',
    description: 'The KPI has the label where "from" is "is".',
    required: ['from', 'is'],
    additionalProperties: false,
    properties: { from: text, is: text },
  },
};

const kpis = entries('KPIs, by number.', {
  required: ['number', 'name', 'unit', 'direction', 'frequency', 'aggregation'],
  properties: {
    when,
    number: value("The organisation's own number or code."),
    name: value('What the KPI is called.'),
    unit: value('Number of the unit that it is about.'),
    goal: value('Number of the goal that it tells of.'),
    direction: choice('Which way is better', PLAIN_DIRECTIONS),
    frequency: choice('How often a value is due', FREQUENCIES),
    aggregation: choice("How the values within a year make the year's value", AGGREGATIONS),
    unitOfMeasure: value('What its values count: %, days.'),
    labels,
  },
});

const kpi = value('Number of the KPI.');
const decimal = value('A decimal number such as 42.5; nothing is imported where it is empty.');
const period = value('FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05.');

const targets = entries('Targets: "kpi", "period" and "value".', {
  required: ['kpi', 'period', 'value'],
  properties: { when, kpi, period, value: decimal },
});

const measurements = entries(
  'Measurements: "kpi", and either "values" by period, or "value" with "period" or "measuredAt".',
  {
    required: ['kpi'],
    properties: {
      when,
      kpi,
      values: {
        description: 'A value for each period: FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05.',
        type: 'object',
        minProperties: 1,
        propertyNames: { pattern: PERIOD },
        additionalProperties: decimal,
      },
      period,
      measuredAt: value('When it was true: a day, or ISO 8601 with offset.'),
      value: decimal,
    },
    oneOf: [
      { required: ['values'], not: { anyOf: [{ required: ['period'] }, { required: ['measuredAt'] }] } },
      { required: ['value', 'period'] },
      { required: ['value', 'measuredAt'] },
    ],
  },
);

const csv = {
  description: 'How the file writes its cells.',
  type: 'object',
  additionalProperties: false,
  properties: {
    delimiter: {
      type: 'string',
      minLength: 1,
      maxLength: 1,
      description: 'Between cells; a comma where absent.',
    },
    decimal: { enum: ['.', ','], description: 'The decimal sign; a point where absent.' },
    thousands: {
      enum: ['.', ',', ' ', "'"],
      description: 'What groups the digits of a number, as in 1.234,50; nothing where absent.',
    },
    signs: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 20, pattern: '^[^\\d\\s.,()-]+$' },
      maxItems: 20,
      description: 'What a number may carry beside its digits, and is left out: %, €.',
    },
    parentheses: { type: 'boolean', description: 'Whether (42) is -42; false where absent.' },
    days: { enum: DAY_FORMS, description: 'How days are written; yyyy-mm-dd where absent, and always read.' },
    empty: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      description: 'Texts that stand for an empty cell, such as n/a.',
    },
  },
};

const calendar = {
  description: 'How the organisation counts time; as it is where absent.',
  type: 'object',
  required: ['timeZone', 'fiscalYearStartMonth', 'from'],
  additionalProperties: false,
  properties: {
    timeZone: { type: 'string', minLength: 1, maxLength: 64, description: 'IANA zone: America/New_York.' },
    fiscalYearStartMonth: {
      type: 'integer',
      minimum: 1,
      maximum: 12,
      description: 'Month in which the fiscal year starts; it is named by the year in which it ends.',
    },
    from: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'From this day on.' },
  },
};

/** The mapping file as JSON Schema; `examples/mapping.schema.json` is a copy of it for editors. */
export const mappingSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Mapping of a CSV file to units, people, goals, KPIs, targets and measurements',
  type: 'object',
  required: ['source'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    source: {
      type: 'string',
      minLength: 1,
      maxLength: 80,
      description: 'Who or what the values come from; a later file of the same source corrects them.',
    },
    csv,
    calendar,
    units,
    people,
    heads,
    goals,
    kpis,
    targets,
    measurements,
  },
};
