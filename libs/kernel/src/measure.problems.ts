import type { ProblemPages } from './problem-page.js';

/** Measures and targets that are refused, of KPIs and of goals alike. */
export const measureProblems: ProblemPages = {
  'direction-contradicted': {
    meaning: 'The direction and the numbers contradict each other.',
    cause:
      'Baseline and target say that more is better and the direction that less is, or the other way round; or a milestone begins anywhere but at 0.',
    cure: 'Swap baseline and target, or choose the other direction.',
  },
  'milestone-target': {
    meaning: 'A milestone has a target other than 1.',
    cause: 'A milestone is reached, which is 1, or it is not, which is 0.',
    cure: 'Send 1 as the target.',
  },
  'number-unused': {
    meaning: 'A number was sent that the direction has no use for.',
    cause: 'Only a range has an upper bound, and only an ordinal scale has zones.',
    cure: 'Leave the number out, or choose the direction that it belongs to.',
  },
  'range-bounds': {
    meaning: 'A range lacks its upper bound, or has it below the lower one.',
    cause: 'A range is wanted from one value up to another.',
    cure: 'Send both bounds, the upper one not below the other.',
  },
  'zones-disordered': {
    meaning: 'The zones of an ordinal scale do not lie one behind the other.',
    cause: 'Commit, target and stretch must all rise or all fall, from the baseline on.',
    cure: 'Put the thresholds in order.',
  },
  'zones-missing': {
    meaning: 'An ordinal scale lacks a zone.',
    cause: 'It has three: commit, target and stretch.',
    cure: 'Say where each of them begins.',
  },
};
