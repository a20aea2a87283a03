import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { OPERATOR, type Reader } from '@pm/access';
import { AssemblyModule, drainViews, openMemory, type Stores } from '@pm/assembly';
import { ManualClock, newId, NO_STREAM, Recorder } from '@pm/eventing';
import { ReadCompactTree, ReadGoal } from '@pm/insights';
import type { ActorId, DecimalText, Event, GoalId, Instant, PersonId, UnitId } from '@pm/kernel';
import type { PersonJoined } from '@pm/organisation/events';
import type { GoalDrafted } from '@pm/planning/events';
import { type Bench, compared, type Row } from './measured.js';

const PEOPLE = 1000;
const CHILDREN = 4;
const NOW = '2026-06-30T12:00:00.000Z' as Instant;
const BUDGET = 0.85;

const personId = (index: number) => `person${index}` as PersonId;
const goalId = (index: number) => `goal${index}` as GoalId;
const above = (index: number): number | undefined =>
  index === 0 ? undefined : Math.floor((index - 1) / CHILDREN);

/** What a policy adds to reads: as somebody amid a line of managers, beside the same read without a policy. */
export async function policyRows({ quick }: Pick<Bench, 'quick'>): Promise<Row[]> {
  const goals = quick ? 500 : 10_000;
  return [...(await rowsOf(goals, 0)), ...(await rowsOf(goals, 3))];
}

/** @param privateOfTen how many of ten goals are private */
async function rowsOf(goals: number, privateOfTen: number): Promise<Row[]> {
  const stores = openMemory();
  const app = await organisationWith(stores, goals, privateOfTen);
  const queries = app.get(QueryBus);
  const reader: Reader = { actor: personId(5) as string as ActorId, roles: ['employee'] };
  const world = privateOfTen === 0 ? 'nothing private' : `${privateOfTen * 10} % private`;
  const row = (name: string, times: number, read: (by: Reader) => Promise<unknown>) => {
    const side = (by: Reader) => ({
      run: async () => {
        for (let time = 0; time < times; time++) await read(by);
        return times;
      },
    });
    return compared(
      { name: `${name}, ${world}`, limit: 'without a policy', budget: BUDGET },
      { ours: () => side(reader), raw: () => side(OPERATOR) },
      9,
    );
  };
  const tree = async (by: Reader) => JSON.stringify(await queries.execute(new ReadCompactTree(by, {})));
  const goal = async (by: Reader) => JSON.stringify(await queries.execute(new ReadGoal(by, goalId(40), {})));
  const rows = [
    await row(`GET ${goals} goals, compact`, 20, tree),
    await row('GET a goal and its parts', 2000, goal),
  ];
  await app.close();
  return rows;
}

async function organisationWith(
  stores: Stores,
  goals: number,
  privateOfTen: number,
): Promise<INestApplicationContext> {
  const module = AssemblyModule.forRoot(stores, new ManualClock(NOW));
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const recorder = app.get(Recorder);
  const append = async (stream: string, past: readonly Event[]) => {
    const ids = past.map(() => newId());
    const recording = { by: BY, recordedAt: NOW, ids };
    await stores.events.append(stream, 'none', await recorder.toStored(stream, NO_STREAM, past, recording));
  };
  for (let index = 0; index < PEOPLE; index++) await append(`person-${personId(index)}`, [joined(index)]);
  for (let index = 0; index < goals; index++) {
    const drafted = draftedOf(index, index % 10 < privateOfTen);
    const { goalId: id, personId: owner } = drafted.data;
    const activated = { type: 'GoalActivated', data: { goalId: id, personId: owner }, effectiveAt: NOW };
    await append(`goal-${id}`, [drafted, activated]);
  }
  await drainViews(stores);
  return app;
}

function joined(index: number): PersonJoined {
  const manager = above(index);
  const managerId = manager === undefined ? undefined : personId(manager);
  const data = { personId: personId(index), name: `Person ${index}`, unitId: 'unit' as UnitId, managerId };
  return { type: 'PersonJoined', data, effectiveAt: '2020-01-01T00:00:00.000Z' as Instant };
}

function draftedOf(index: number, isPrivate: boolean): GoalDrafted {
  const parent = above(index);
  const links = { contributes: true, weight: '1' as DecimalText };
  return {
    type: 'GoalDrafted',
    data: {
      goalId: goalId(index),
      personId: personId(index % PEOPLE),
      kind: 'objective',
      termsRevision: 1,
      title: `Goal ${index}`,
      parents: parent === undefined ? [] : [{ parentId: goalId(parent), ...links }],
      ...(isPrivate && { visibility: 'private' }),
    },
  };
}

const BY = {
  actor: 'bench' as ActorId,
  commandId: 'bench',
  repeatable: false,
  correlationId: 'bench',
};
