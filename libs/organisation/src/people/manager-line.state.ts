import type { PersonId } from '@pm/kernel';
import { type Stretch, valuesDuring } from '../dated.state.js';
import type { Person } from './person.state.js';

/** More managers one above the other than any organisation has; a longer line is a mistake. */
export const LINE_MAX = 30;

/** Everyone who stands above somebody at some time, by id. */
export type PeopleAbove = ReadonlyMap<PersonId, Person>;

/** A cycle among the managers above, or more than {@link LINE_MAX} of them. */
export type LineProblem = 'manager-cycle' | 'line-too-long';

/** What is wrong, at any moment of a stretch of time, with the line that a manager makes above somebody. */
export function lineProblem(
  [personId, managerId]: readonly [PersonId, PersonId],
  stretch: Stretch,
  above: PeopleAbove,
): LineProblem | undefined {
  return problemAbove([personId, managerId], stretch, above);
}

/** @param line from the person up to the manager whose own managers are looked at */
function problemAbove(
  line: readonly PersonId[],
  stretch: Stretch,
  above: PeopleAbove,
): LineProblem | undefined {
  if (line.length > LINE_MAX + 1) return 'line-too-long';
  for (const { value, ...during } of valuesDuring(above.get(line.at(-1)!)?.managers ?? [], stretch)) {
    if (value === null) continue;
    if (line.includes(value)) return 'manager-cycle';
    const problem = problemAbove([...line, value], during, above);
    if (problem) return problem;
  }
  return undefined;
}
