import type { ProblemPages } from '@pm/kernel';

/** What the rules of KPIs and their values refuse. */
export const measurementProblems: ProblemPages = {
  'annotation-unknown': {
    meaning: 'No such annotation stands.',
    cause: 'There never was one with that id, or it was retracted.',
    cure: 'Read the KPI’s trend: it lists its annotations.',
  },
  'annotations-full': {
    meaning: 'The KPI has as many annotations as it takes.',
    cause: 'They come with every page of a trend, so there is a greatest number.',
    cure: 'Retract some that explain nothing any more.',
  },
  'correction-moves-period': {
    meaning: 'A correction names another period than the value that it corrects.',
    cause: 'A value of another period is another value.',
    cure: 'Retract the one, and record the other.',
  },
  'kpi-exists': {
    meaning: 'There is a KPI with this number already.',
    cause: 'Numbers are never used twice.',
    cure: 'Read the one that exists by `number:<number>`, or choose another number.',
  },
  'kpi-out-of-limits': {
    meaning: 'The key may not measure this KPI.',
    cause: 'It was issued for the KPIs of some units, or for some KPIs, and this is none of them.',
    cure: 'Check the id of the KPI, or have a key issued that may measure it.',
  },
  'kpi-retired': {
    meaning: 'The KPI is retired.',
    cause: 'It takes no more values, targets or definitions.',
    cure: 'Define a new one.',
  },
  'kpi-unknown': {
    meaning: 'There is no such KPI, or it was not known at that moment.',
    cause: 'The id or number names none, or `asKnownAt` lies before it was defined.',
    cure: 'Check the id; list KPIs with GET /api/v1/kpis.',
  },
  'measured-in-future': {
    meaning: 'The value is of a time that has not come.',
    cause: 'A measurement is recorded once it is true, by the clock of the server.',
    cure: 'Record it later, or correct the period.',
  },
  'measured-when': {
    meaning: 'It is not clear when the value was true.',
    cause: 'Neither a period nor a moment was sent, or both.',
    cure: 'Say which period it is of, or when it was measured, with an offset.',
  },
  'measurement-unknown': {
    meaning: 'No value stands for this KPI, period and source.',
    cause: 'None was recorded, it was retracted, or another source said it.',
    cure: 'Read the trend for what stands; else record a value.',
  },
  'milestone-aggregation': {
    meaning: 'The values of a milestone cannot be added up or averaged.',
    cause: 'It is reached or not.',
    cure: 'Aggregate by last, min or max.',
  },
  'milestone-value': {
    meaning: 'A milestone has a value other than 0 or 1.',
    cause: 'It is reached, which is 1, or it is not, which is 0.',
    cure: 'Send 0 or 1.',
  },
  'not-the-author': {
    meaning: 'Somebody else said it.',
    cause: 'Only whoever said something last corrects or retracts it, unless they hold `kpi.correct`.',
    cure: 'Ask them, or a controller.',
  },
  'period-of-other-frequency': {
    meaning: 'The period is not one that the KPI is measured in.',
    cause: 'A monthly KPI takes months, an annual one years.',
    cure: 'Name a period of the KPI’s frequency.',
  },
  'several-slices': {
    meaning: 'The values belong to several slices of time.',
    cause: 'Values are stored in slices, and one request writes one of them.',
    cure: 'Send the values of each slice on their own.',
  },
};
