import type { Opened } from '@pm/eventing';
import type { GoalChange } from '@pm/insights';
import { columns } from '../columns.js';
import { actorText, minute, reasonText } from './told-text.js';
import { percent } from './tree-text.js';

const HEADER = ['recorded', 'true from', 'actor', 'event', 'progress', 'why'];

/** A goal's changes, one a line. @param names of those who acted; the others are shown by their ids */
export function historyText(
  changes: readonly Opened<GoalChange>[],
  names: ReadonlyMap<string, string> = new Map(),
): string {
  return columns([HEADER, ...changes.map((change) => lineOf(change, names))]);
}

function lineOf(change: Opened<GoalChange>, names: ReadonlyMap<string, string>): string[] {
  const { recordedAt, effectiveAt, type, reason, effects } = change;
  const [effect] = effects;
  return [
    minute(recordedAt),
    effectiveAt === undefined || effectiveAt === recordedAt ? '' : minute(effectiveAt),
    actorText(change, names),
    type,
    progressText(effect?.progressBefore, effect?.progressAfter),
    reasonText(reason),
  ];
}

function progressText(before: string | undefined, after: string | undefined): string {
  const [was, is] = [percent(before) || '–', percent(after) || '–'];
  return was === is ? is : `${was} → ${is}`;
}
