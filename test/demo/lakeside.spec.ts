import { allows, type Permission, type Role } from '@pm/access';
import { lakeside } from '../../apps/cli/src/demo/lakeside.js';
import { FULL, SMALL } from '../../apps/cli/src/demo/scale.js';

/** What the API asks for, by command; planning goals asks for the same always. */
const PERMISSIONS: Readonly<Record<string, Permission>> = {
  SetCalendar: 'organisation.change',
  OpenUnit: 'organisation.change',
  MoveUnit: 'organisation.change',
  NameUnitHead: 'organisation.change',
  JoinPerson: 'people.change',
  MovePerson: 'people.change',
  ChangeManager: 'people.change',
  RecordDeparture: 'people.change',
  FreezePeriod: 'period.freeze',
  DefineKpi: 'kpi.define',
  SetTarget: 'kpi.target',
  RecordMeasurements: 'kpi.measure',
  AnnotateKpi: 'kpi.measure',
  RetractMeasurement: 'kpi.correct',
};

describe('Lakeside', () => {
  const acts = lakeside(FULL);
  const verbs = Map.groupBy(acts, ({ command }) => command.constructor.name);

  it('is 200 people in 20 teams of five departments', () => {
    expect(verbs.get('JoinPerson')).toHaveLength(200);
    const kinds = verbs.get('OpenUnit')!.map(({ command }) => command.request as { input: { kind: string } });
    const count = (kind: string) => kinds.filter(({ input }) => input.kind === kind).length;
    expect(['municipality', 'department', 'team'].map(count)).toEqual([1, 5, 20]);
  });

  it('sends every command as somebody who may', () => {
    const refused = acts.filter(({ command: { constructor, by } }) => {
      const permission = PERMISSIONS[constructor.name] ?? 'goal.plan';
      return !allows(by.roles as readonly Role[], permission);
    });
    expect(refused.map(({ command }) => [command.constructor.name, command.by.roles])).toEqual([]);
  });

  it('goes through what happens to goals and figures, each many times', () => {
    const rare = [
      'AnnotateKpi',
      'CancelGoal',
      'CompleteGoal',
      'CounterProposeGoal',
      'DecideGoalChange',
      'PauseGoal',
      'RetractMeasurement',
      'WithdrawGoalChange',
    ].filter((verb) => (verbs.get(verb)?.length ?? 0) < 10);
    expect(rare).toEqual([]);
  });

  it('is the same every time', () => {
    const said = () =>
      lakeside(SMALL).map(({ at, command }) => [at, command.constructor.name, command.request]);
    expect(said()).toEqual(said());
  });

  it('happens in order of time', () => {
    const times = acts.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });
});
