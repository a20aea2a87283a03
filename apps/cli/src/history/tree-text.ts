import type { Opened } from '@pm/eventing';
import type { GoalRow, GoalTree, IndicatorRow } from '@pm/insights';
import { columns } from '../columns.js';

const TITLE_WIDTH_MAX = 76;
const FIGURES = [1, 2, 3, 4];
const HEADER = ['', 'progress', 'coverage', 'value', 'target', 'status'];

/** A tree of which nothing is hidden, as an operator reads it. */
export interface WholeTree extends Pick<GoalTree, 'indicators'> {
  readonly goals: readonly GoalRow[];
}

/** Goals below each other, their KPIs below them. A goal of several parents stands below each of those shown. */
export function treeText({ goals, indicators = [] }: Opened<WholeTree>): string {
  if (goals.length === 0) return 'no goals\n';
  const shown = new Set(goals.map(({ goalId }) => goalId));
  const parts = Map.groupBy(
    goals.flatMap((goal) => goal.parents.map(({ parentId, cut }) => ({ goal, to: cut ? '' : parentId }))),
    ({ to }) => to,
  );
  const kpis = Map.groupBy(indicators, ({ goalId }) => goalId);
  const below = (goal: Opened<GoalRow>, depth: number, path: readonly string[]): string[][] => [
    goalLine(goal, depth),
    ...(kpis.get(goal.goalId) ?? []).sort(byName).map((kpi) => indicatorLine(kpi, depth + 1)),
    ...(parts.get(goal.goalId) ?? [])
      .map((part) => part.goal)
      .filter(({ goalId }) => !path.includes(goalId))
      .sort(byTitle)
      .flatMap((part) => below(part, depth + 1, [...path, part.goalId])),
  ];
  const isRoot = ({ parents }: Opened<GoalRow>) =>
    !parents.some(({ parentId, cut }) => !cut && shown.has(parentId));
  const roots = goals.filter(isRoot).sort(byTitle);
  return columns([HEADER, ...roots.flatMap((root) => below(root, 0, [root.goalId]))], FIGURES);
}

function goalLine(goal: Opened<GoalRow>, depth: number): string[] {
  const { phase, progress, coverage, measure, reason } = goal;
  const why = reason ? ` (${reason})` : '';
  const status = phase === 'active' ? '' : `, ${phase}`;
  const manual = goal.progressFrom === 'manual' ? ', manual' : '';
  return [
    indented(titleOf(goal), depth),
    percent(progress),
    percent(coverage),
    measure?.value ?? '',
    measure?.target ?? '',
    `${goal.status ?? ''}${why}${status}${manual}`,
  ];
}

const indicatorLine = ({ name, value, target, period, status }: IndicatorRow, depth: number): string[] => [
  indented(`· ${name}`, depth),
  '',
  '',
  value ?? '',
  target ?? '',
  period === undefined ? status : `${status}, ${period}`,
];

/** Null once the person whose goal it is was erased. */
const titleOf = ({ title }: Opened<GoalRow>): string => (typeof title === 'string' ? title : '(erased)');

function indented(text: string, depth: number): string {
  const line = `${'  '.repeat(depth)}${text}`;
  return line.length > TITLE_WIDTH_MAX ? `${line.slice(0, TITLE_WIDTH_MAX - 1)}…` : line;
}

/** Rounded to be read, not to be reckoned with. */
export const percent = (share: string | undefined): string =>
  share === undefined ? '' : `${(Number(share) * 100).toFixed(1)} %`;

const { compare } = new Intl.Collator('en', { numeric: true });
const byTitle = (a: Opened<GoalRow>, b: Opened<GoalRow>): number => compare(titleOf(a), titleOf(b));
const byName = (a: IndicatorRow, b: IndicatorRow): number => compare(a.name, b.name);
