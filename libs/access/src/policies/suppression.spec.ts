import { GROUP_MIN, suppression } from './suppression.js';

/**
 * Which goals have their figures withheld, of those that are not hidden themselves.
 *
 * @param above goals under others as `child: [parents]`
 * @param hidden as `goal: owner`
 * @param silent goals that bring no figure
 */
function withheldOf(
  above: Record<string, readonly string[]>,
  hidden: Record<string, string>,
  silent: readonly string[] = [],
): string[] {
  const links = Object.entries(above).flatMap(([child, parents]) =>
    parents.map((parent) => ({ child, parent })),
  );
  const below = Map.groupBy(links, ({ parent }) => parent);
  const isWithheld = suppression({
    hiddenOf: (id) => hidden[id],
    below: (id) => (below.get(id) ?? []).map(({ child }) => child),
    brings: (child) => !silent.includes(child),
  });
  return [...below.keys()].filter((id) => hidden[id] === undefined && isWithheld(id)).sort();
}

/** Some goals of different people, all of them under one. */
const group = (parent: string, people: readonly string[]) => ({
  above: Object.fromEntries(people.map((person) => [`${person}’s`, [parent]])),
  hidden: Object.fromEntries(people.map((person) => [`${person}’s`, person])),
});
const PEOPLE = ['ada', 'grace', 'mary', 'joan', 'edith'];

describe('Figures are withheld', () => {
  it('where one to four people stand behind what is hidden, and not where five do', () => {
    for (let count = 1; count < GROUP_MIN; count += 1) {
      const { above, hidden } = group('team', PEOPLE.slice(0, count));
      expect(withheldOf(above, hidden)).toEqual(['team']);
    }
    const { above, hidden } = group('team', PEOPLE);
    expect(withheldOf(above, hidden)).toEqual([]);
  });

  it('by people, not by goals: five goals of one person are one', () => {
    const goals = ['a', 'b', 'c', 'd', 'e'];
    const above = Object.fromEntries(goals.map((goal) => [goal, ['team']]));
    expect(withheldOf(above, Object.fromEntries(goals.map((goal) => [goal, 'ada'])))).toEqual(['team']);
  });

  it('nowhere where nothing is hidden, or nothing hidden counts', () => {
    expect(withheldOf({ a: ['team'] }, {})).toEqual([]);
    expect(withheldOf({}, { a: 'ada' })).toEqual([]);
  });

  it('all the way up as long as too few stand behind them', () =>
    expect(withheldOf({ a: ['team'], team: ['city'], city: ['state'] }, { a: 'ada' })).toEqual([
      'city',
      'state',
      'team',
    ]));

  it('no further up than where enough come together', () => {
    const [north, south] = [group('north', ['ada', 'grace', 'mary']), group('south', ['joan', 'edith'])];
    const above = { ...north.above, ...south.above, north: ['city'], south: ['city'], city: ['state'] };
    expect(withheldOf(above, { ...north.hidden, ...south.hidden })).toEqual(['north', 'south']);
  });

  it('above a group that is shown, only for what is hidden beside it', () => {
    const { above, hidden } = group('team', PEOPLE);
    expect(withheldOf({ ...above, team: ['city'] }, hidden)).toEqual([]);
    const one = withheldOf({ ...above, team: ['city'], boss: ['city'] }, { ...hidden, boss: 'boss' });
    expect(one).toEqual(['city']);
  });

  it('of each goal that a hidden one counts towards', () =>
    expect(withheldOf({ a: ['team', 'project'] }, { a: 'ada' })).toEqual(['project', 'team']));

  it('where five are hidden, and one to four of them have a figure: that would be theirs', () => {
    const { above, hidden } = group('team', PEOPLE);
    const silent = Object.keys(above);
    for (let count = 1; count < GROUP_MIN; count += 1)
      expect(withheldOf(above, hidden, silent.slice(0, -count))).toEqual(['team']);
  });

  it('not where none of five has one, but where none of four has', () => {
    const [five, four] = [group('team', PEOPLE), group('team', PEOPLE.slice(1))];
    expect(withheldOf(five.above, five.hidden, Object.keys(five.above))).toEqual([]);
    expect(withheldOf(four.above, four.hidden, Object.keys(four.above))).toEqual(['team']);
  });

  it('above a group that is withheld and brings nothing, as long as too few others do', () => {
    const { above, hidden } = group('team', PEOPLE);
    const silent = ['team', ...Object.keys(above).slice(1)];
    expect(withheldOf({ ...above, team: ['city'] }, hidden, silent)).toEqual(['team']);
  });

  it('of no hidden goal: that one is not shown at all', () =>
    expect(withheldOf({ a: ['boss'], boss: ['city'] }, { a: 'ada', boss: 'grace' })).toEqual(['city']));
});

describe('Subtraction', () => {
  /** Progress as a plain mean, as a reader would reckon it from what is shown. */
  const PROGRESS: Readonly<Record<string, number>> = { 'ada’s': 0.2, b: 0.5, c: 0.6, d: 0.7, south: 0.9 };
  const mean = (parts: readonly string[]) =>
    parts.reduce((sum, part) => sum + PROGRESS[part]!, 0) / parts.length;

  it('would tell one hidden figure of a team from its mean and the others, so the mean is withheld', () => {
    const parts = ['ada’s', 'b', 'c', 'd'];
    const told = mean(parts) * parts.length - PROGRESS['b']! - PROGRESS['c']! - PROGRESS['d']!;
    expect(told).toBeCloseTo(PROGRESS['ada’s']!);
    const above = Object.fromEntries(parts.map((part) => [part, ['team']]));
    expect(withheldOf(above, { 'ada’s': 'ada' })).toContain('team');
  });

  it('would tell a withheld team from the city and its other team, so the city is withheld, too', () => {
    const team = mean(['ada’s', 'b', 'c', 'd']);
    const city = (team + PROGRESS['south']!) / 2;
    expect(city * 2 - PROGRESS['south']!).toBeCloseTo(team);
    const above = { 'ada’s': ['team'], b: ['team'], team: ['city'], south: ['city'] };
    expect(withheldOf(above, { 'ada’s': 'ada' })).toEqual(['city', 'team']);
  });
});
