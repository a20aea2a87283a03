import type { Opened } from '@pm/eventing';
import { type FigurePart, type GoalFigure, readable, type ToldEvent } from '@pm/insights';
import { columns } from '../columns.js';
import { actorsOf, actorText, minute, reasonText } from './told-text.js';
import { percent } from './tree-text.js';

type Figure = Opened<GoalFigure>;
type Told = Opened<ToldEvent>;

/** Something that went into a figure, and the event that stated it; without one where nobody did. */
interface Input {
  readonly of: string;
  readonly says: string;
  readonly event?: Told;
}

const HEADER = ['input', '', 'recorded', 'actor', 'event', 'why', 'in the log'];

/** A goal's figures, then what they are made of, an input a line. @param names of those who acted, by their ids */
export function figureText(figure: Figure, names: ReadonlyMap<string, string> = new Map()): string {
  const { rule, policy, rounding } = figure;
  const figures = columns([
    ['progress', percent(figure.progress) || `– (${figure.reason})`],
    ['goes up', percent(figure.clamped) || '–'],
    ['coverage', percent(figure.coverage) || '–'],
    ['expected', `${percent(figure.expected) || '–'} on ${figure.day}`],
    ['status', figure.status ?? '–'],
    ['by', [rule, policy, `${rounding.mode} to ${rounding.places} places`].filter(Boolean).join(', ')],
  ]);
  const lines = inputsOf(figure).map(({ of, says, event }) => [of, says, ...eventCells(event, names)]);
  return `${titleOf(figure)}\n\n${figures}\n${columns([HEADER, ...lines])}`;
}

/** Everybody who stated an input. */
export const actorsIn = (figure: Figure): string[] =>
  actorsOf(inputsOf(figure).flatMap(({ event }) => event ?? []));

function inputsOf(figure: Figure): Input[] {
  const { terms, override, rollUp, parts, leftOut } = figure;
  const { termsRevision, start, end, event } = terms;
  return [
    { of: `terms ${termsRevision}`, says: start && end ? `${start} to ${end}` : 'no dates', event },
    ...measureInputs(figure),
    ...(rollUp ? [{ of: 'roll-up', says: rollUp.mode, event: rollUp.event }] : []),
    ...readable(parts).map((part) => ({ of: titleOf(part), says: partText(part), event: part.event })),
    ...readable(leftOut).map((part) => ({
      of: titleOf(part),
      says: `left out: ${part.because}`,
      event: part.event,
    })),
    ...(override
      ? [
          {
            of: 'override',
            says: `${percent(override.progress)} until ${override.until}`,
            event: override.event,
          },
        ]
      : []),
  ];
}

function measureInputs({ measured, terms }: Figure): Input[] {
  if (!measured) return [];
  const { direction, baseline, commit, target, stretch, upper, value, period, source } = measured;
  const steps = [baseline, commit, target, stretch, upper].filter((step) => step !== undefined);
  const event = measured.zonesEvent ?? terms.event;
  return [
    { of: 'measure', says: `${direction} ${steps.join(' → ')}`, event },
    value === undefined
      ? { of: 'value', says: 'none' }
      : { of: `value ${period}`, says: `${value} by ${source}`, event: measured.event },
  ];
}

function partText({ progress, reason, weight, share }: Opened<FigurePart>): string {
  const counts = share === '1' ? '' : `, ${percent(share)} of it`;
  return `${percent(progress) || `– (${reason})`}, weight ${weight}${counts}`;
}

/** Null once the person whose goal it is was erased. */
const titleOf = ({ title }: { readonly title?: unknown }): string =>
  typeof title === 'string' ? title : '(erased)';

function eventCells(event: Told | undefined, names: ReadonlyMap<string, string>): string[] {
  if (!event) return ['', '', '', '', ''];
  const { recordedAt, type, reason, stream, revision } = event;
  return [
    minute(recordedAt),
    actorText(event, names),
    type,
    reasonText(reason),
    `${stream}@${String(revision)}`,
  ];
}
