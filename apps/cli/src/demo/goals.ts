import {
  acceptGoalCommand,
  activateGoalCommand,
  decideChangeCommand,
  draftGoalCommand,
  placeGoalCommand,
  proposeGoalCommand,
  requestChangeCommand,
  type TermsInput,
} from '@pm/planning';
import { joinPersonCommand, movePersonCommand, nameUnitHeadCommand } from '@pm/organisation';
import { by, goalId, kpiId, personId, type Sending, unitId } from './acting.js';
import { type DemoGoal, GOALS, PEOPLE } from './lakeside.js';

/** Everyone joins, those who lead first; heads stand for their units. */
export async function staff({ commands }: Sending): Promise<void> {
  for (const { number, name, unit, manager, heads } of PEOPLE) {
    const managerId = manager && personId(manager);
    const person = { number, name, unitId: unitId(unit), managerId };
    await commands.execute(
      joinPersonCommand.of({ personId: personId(number), input: person }, by(PEOPLE[0]!.number)),
    );
    if (heads) {
      const input = { personId: personId(number) };
      await commands.execute(nameUnitHeadCommand.of({ unitId: unitId(unit), input }, by(PEOPLE[0]!.number)));
    }
  }
}

/** What the months of planning brought, each at the time when it happened. */
export async function plan(app: Sending, month: string): Promise<void> {
  for (const goal of GOALS.filter(({ agreed }) => agreed === month)) await agree(app, goal);
  if (month === '2025-10') await moveTarget(app);
  if (month === '2026-02') await place(app);
  if (month === '2026-04') await move(app);
}

/** Drafted and proposed by the one side, accepted by the other, begun. */
async function agree({ commands }: Sending, goal: DemoGoal): Promise<void> {
  const { number, person, unit, parent, proposer, accepter, council } = goal;
  const id = goalId(number);
  const input = {
    ...termsOf(goal),
    number,
    kind: person ? 'key result' : 'objective',
    personId: person && personId(person),
    unitId: unit && unitId(unit),
    parents: parent ? [{ parentId: goalId(parent), contributes: true, weight: '1' }] : [],
  };
  const other = by(accepter, council ? { roles: ['executive'] } : {});
  await commands.execute(draftGoalCommand.of({ goalId: id, input }, by(proposer)));
  await commands.execute(proposeGoalCommand.of({ goalId: id }, by(proposer)));
  await commands.execute(acceptGoalCommand.of({ goalId: id, input: { termsRevision: 1 } }, other));
  await commands.execute(activateGoalCommand.of({ goalId: id, input: {} }, by(proposer)));
}

/** Worth finding: a good part of the goal was given up when its first year was nearly over. */
async function moveTarget({ commands }: Sending): Promise<void> {
  const potholes = GOALS.find(({ number }) => number === 'potholes')!;
  const reason = 'The second road crew was never hired.';
  const input = { ...termsOf({ ...potholes, to: '88' }), reason };
  const id = goalId(potholes.number);
  await commands.execute(requestChangeCommand.of({ goalId: id, input }, by('ines', { reason })));
  const approval = { goalId: id, input: { reason }, approve: true };
  await commands.execute(decideChangeCommand.of(approval, by('nils', { reason })));
}

async function place({ commands }: Sending): Promise<void> {
  const reason = 'Care has a goal of its own now.';
  const parents = [{ parentId: goalId('care'), contributes: true, weight: '1' }];
  await commands.execute(
    placeGoalCommand.of({ goalId: goalId('falls'), input: { parents, reason } }, by('mona', { reason })),
  );
}

async function move({ commands }: Sending): Promise<void> {
  const reason = 'Builds up the school health service.';
  const input = { unitId: unitId('EDU'), from: '2026-04-01', reason };
  await commands.execute(movePersonCommand.of({ personId: personId('tor'), input }, by('lea', { reason })));
}

function termsOf({ title, kpi, from, to }: DemoGoal): Pick<TermsInput, keyof TermsInput> {
  const measure = kpi && { kpiId: kpiId(kpi.number), baseline: from, target: to!, direction: kpi.direction };
  return { title, start: '2025-01-01', end: '2026-12-31', measure };
}
