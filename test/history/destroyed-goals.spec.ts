import { catalogue } from '@pm/assembly';
import { isSealed, exactly, progressOf, ratioText } from '@pm/kernel';
import * as planning from '@pm/planning';
import type { GoalImported } from '@pm/planning/events';
import { handOverGoal, placeGoal, requestChange } from '../../libs/planning/src/goals/change-goal.decide.js';
import { importGoal } from '../../libs/planning/src/goals/import-goal.decide.js';
import { cancelGoal, reopenGoal } from '../../libs/planning/src/goals/run-goal.decide.js';
import {
  ada,
  bolder,
  decimal,
  earlier,
  goalId,
  grace,
  id,
  mendedInTime,
  now,
  owner,
  peopleAdmin,
  roads,
  terms,
  under,
} from '../../libs/planning/src/testing/goals.examples.js';
import { loggedGoals } from './logged-goals.js';

/** What products of this field were found to lose of goals, each shown to be kept here. */
describe('Destroyed history of goals', () => {
  const { as, make, asked, logged, stored, state, activeGoal, complete, revise, verified, forget } =
    loggedGoals();

  it('Frappe lets an employee delete a goal, Gauzy deletes it for good: here no verb and no fact deletes one', async () => {
    const verbs = Object.keys(planning).filter((name) => name.endsWith('Command'));
    expect(verbs).toContain('cancelGoalCommand');
    expect(verbs.filter((name) => /delete|remove|erase|purge|destroy/i.test(name))).toEqual([]);
    const facts = Object.keys(catalogue.snapshot()).filter((name) => name.includes('.planning.'));
    expect(facts.filter((name) => /Delet|Remov|Eras|Purg/.test(name))).toEqual([]);
    await activeGoal();
    await make(as('max', 'No budget'), cancelGoal, asked('No budget'));
    expect((await logged()).map(({ type }) => type)).toEqual([
      'GoalDrafted',
      'GoalProposed',
      'GoalAccepted',
      'GoalAgreed',
      'GoalActivated',
      'GoalCancelled',
    ]);
    expect(await state()).toMatchObject({ phase: 'cancelled', terms: { start: '2026-01-01' } });
  });

  it('puzzle/okr removes the closing comment when it reopens: here the result and its note stay', async () => {
    await activeGoal();
    await complete('The winter was hard');
    await make(as('max', 'Counted twice'), reopenGoal, asked('Counted twice'));
    await complete('The winter was hard, and one depot closed');
    expect((await logged()).slice(-3)).toMatchObject([
      { type: 'GoalCompleted', data: { result: 'missed', note: 'The winter was hard' } },
      { type: 'GoalReopened', metadata: { actor: 'max', reason: 'Counted twice' } },
      { type: 'GoalCompleted', data: { note: 'The winter was hard, and one depot closed' } },
    ]);
  });

  it('puzzle/okr deletes what is below a deleted goal: here those below keep their place and their own life', async () => {
    await activeGoal();
    await activeGoal(id('mending'), [under(goalId)]);
    const before = await logged(id('mending'));
    await make(as('max', 'No budget'), cancelGoal, asked('No budget'));
    expect(await logged(id('mending'))).toEqual(before);
    expect(await state(id('mending'))).toMatchObject({ phase: 'active', parents: [{ parentId: goalId }] });
  });

  it('puzzle/okr makes the editor the author: here whoever drafted, asked and approved each stays', async () => {
    await activeGoal();
    await revise('ada', 'More crews');
    expect((await logged()).map(({ type, metadata }) => [type, metadata.actor])).toEqual([
      ['GoalDrafted', 'ada'],
      ['GoalProposed', 'ada'],
      ['GoalAccepted', 'max'],
      ['GoalAgreed', 'max'],
      ['GoalActivated', 'ada'],
      ['GoalChangeRequested', 'ada'],
      ['GoalTermsRevised', 'max'],
    ]);
  });

  it('Akvo’s revised targets overwrite the old: here each stays, with its revision, its reason and since when', async () => {
    await activeGoal();
    await revise('ada', 'More crews');
    await revise('ada', 'A milder winter', terms({ measure: mendedInTime({ target: decimal('95') }) }));
    const told = (await logged()).filter(({ data }) => 'measure' in data);
    expect(told).toMatchObject([
      { type: 'GoalDrafted', data: { termsRevision: 1, measure: { target: '85' } } },
      { type: 'GoalChangeRequested', data: { termsRevision: 2, measure: { target: '90' } } },
      {
        type: 'GoalTermsRevised',
        data: { termsRevision: 2, measure: { target: '90' } },
        metadata: { effectiveAt: now, reason: 'More crews' },
      },
      { type: 'GoalChangeRequested', data: { termsRevision: 3, measure: { target: '95' } } },
      {
        type: 'GoalTermsRevised',
        data: { termsRevision: 3, measure: { target: '95' } },
        metadata: { effectiveAt: now, reason: 'A milder winter' },
      },
    ]);
  });

  it('a changed goal rewrites the percentages of the past (chess-dojo): here each follows from the terms of its time', async () => {
    await activeGoal();
    await revise('ada', 'More crews');
    const measures = (await logged()).flatMap(({ type, data }) =>
      type === 'GoalDrafted' || type === 'GoalTermsRevised' ? [(data as typeof bolder).measure!] : [],
    );
    const shares = measures.map((measure) => ratioText(progressOf(measure, exactly(decimal('76')))!));
    expect(shares).toEqual(['0.4', '0.3']);
  });

  it('BurningOKR audits one field of a key result: here a revision tells all terms, before and after', async () => {
    await activeGoal();
    const next = terms({ title: 'Mend potholes within three days', start: undefined, measure: undefined });
    await revise('ada', 'New standard', next);
    const all = (await logged()).filter(({ data }) => 'title' in data).map(({ data }) => data);
    expect(all.at(0)).toMatchObject(terms());
    expect(all.at(-1)).toMatchObject({ title: 'Mend potholes within three days', end: '2026-12-31' });
    expect(all.at(-1)).not.toHaveProperty('measure');
    expect(all.at(-1)).not.toHaveProperty('start');
  });

  it('Quantive deletes key results when what drives a goal changes: here the measure and those below stay', async () => {
    await activeGoal();
    await activeGoal(id('mending'), [under(goalId)]);
    await revise('ada', 'Those below tell it', terms({ measure: undefined }));
    expect((await state()).terms!.measure).toBe(undefined);
    expect((await logged())[0]!.data).toMatchObject({ measure: { target: '85' } });
    expect(await state(id('mending'))).toMatchObject({ phase: 'active', parents: [{ parentId: goalId }] });
  });

  it('SuccessFactors deletes goals when it synchronises: here what a source leaves out or says otherwise deletes nothing', async () => {
    await activeGoal();
    const before = await logged();
    await expect(make(as('import'), importGoal, imported({ goalId }))).rejects.toMatchObject({
      code: 'goal-exists',
    });
    expect(await logged()).toEqual(before);
    const theirs = id('theirs');
    await make(as('import'), importGoal, imported({ goalId: theirs, parents: [under('city')] }), theirs);
    await make(as('import'), importGoal, imported({ goalId: theirs, title: 'Other', parents: [] }), theirs);
    expect((await logged(theirs)).map(({ data }) => data)).toMatchObject([
      { title: 'Mend potholes', parents: [{ parentId: 'city' }] },
      { title: 'Other', parents: [] },
    ]);
  });

  it('okr-tracker changes key results of ended periods: here a goal that has ended takes no other terms', async () => {
    await activeGoal();
    await complete('The winter was hard');
    const change = { ...asked('Looks better'), standing: owner, terms: bolder };
    await expect(make(as('ada', 'Looks better'), requestChange, change)).rejects.toMatchObject({
      code: 'goal-phase',
    });
    await expect(
      make(as('root', 'Looks better'), requestChange, { ...change, standing: peopleAdmin }),
    ).rejects.toMatchObject({ code: 'goal-phase' });
    expect((await state()).terms!.measure!.target).toBe('85');
  });

  it('an administrator’s edit of an approved goal flows into the past: here it is told as an override, from its time on', async () => {
    await activeGoal();
    const edit = { ...asked('Merger', earlier), standing: peopleAdmin, terms: bolder };
    await make(as('root', 'Merger'), requestChange, edit);
    expect((await logged()).at(-1)).toMatchObject({
      type: 'GoalTermsRevised',
      data: { override: true, termsRevision: 2 },
      metadata: { actor: 'root', reason: 'Merger', effectiveAt: earlier, recordedAt: now },
    });
  });

  it('Viva lets what was recorded be deleted: here what is in the log stays to the byte, whatever follows', async () => {
    await activeGoal();
    const before = await stored();
    await revise('ada', 'More crews');
    await complete('The winter was hard');
    await make(as('max', 'Counted twice'), reopenGoal, asked('Counted twice'));
    const after = await stored();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await verified()).toMatchObject({ events: after.length });
  });

  it('Horilla deletes history rows while someone views them: here looking changes nothing', async () => {
    await activeGoal();
    const before = await stored();
    for (let times = 0; times < 5; times++) await state();
    for (let times = 0; times < 5; times++) await logged();
    expect(await stored()).toEqual(before);
  });

  it('Gauzy keeps only a list of updates: here a move and a new owner are told too, from where and why', async () => {
    await activeGoal();
    const move = { parents: [under('safety')], above: new Set([id('safety')]), unknownParents: [] };
    await make(as('ada', 'Closer'), placeGoal, { ...asked('Closer'), standing: owner, ...move });
    await make(as('max', 'New crew'), handOverGoal, { ...asked('New crew'), to: grace, toKnown: true });
    expect((await logged()).slice(-2)).toMatchObject([
      { type: 'GoalPlaced', data: { parents: [{ parentId: 'safety' }] }, metadata: { reason: 'Closer' } },
      { type: 'GoalHandedOver', data: { ...grace, from: ada }, metadata: { reason: 'New crew' } },
    ]);
    expect((await logged())[0]!.data).toMatchObject({ ...ada, parents: [{ parentId: 'streets' }] });
  });

  it('erasing a person takes their words, and leaves that, when and by whom something happened', async () => {
    await activeGoal();
    await complete('The winter was hard');
    expect((await stored()).every(({ data }) => isHidden(data))).toBe(true);
    await forget('ada');
    const told = await logged();
    expect(told[0]).toMatchObject({ data: { title: null, measure: { target: '85' } } });
    expect(told.at(-1)).toMatchObject({ type: 'GoalCompleted', data: { result: 'missed', note: null } });
  });
});

/** No words of or about a person in clear. */
const isHidden = (data: object): boolean =>
  Object.entries(data).every(([field, value]) => !['title', 'note'].includes(field) || isSealed(value));

const imported = (change: Partial<GoalImported['data']>) => ({
  goal: {
    goalId,
    number: '846-1',
    source: 'mmr',
    title: 'Mend potholes',
    kind: 'service',
    unitId: roads.unitId!,
    parents: [],
    ...change,
  },
  unitStanding: 'open' as const,
});
