import { namedId } from '@pm/eventing';
import type { Mapping } from './mapping.js';
import { planOf } from './plan-of.js';
import type { Plan, Planned } from './plan.js';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const planned = (mapping: Partial<Mapping>, ...lines: string[]): Promise<Plan> =>
  planOf(bytesOf(lines.join('\n')), { source: 'the books', ...mapping });
const dataOf = <T>(items: readonly Planned<T>[]): T[] => items.map(({ data }) => data);
const person = (number: string) => namedId('person', 'number', number);
const unit = (number: string) => namedId('unit', 'number', number);

const people = [{ number: '{no}', name: '{name}', unit: '{team}', manager: '{boss}', from: '{since}' }];
const header = 'no,name,team,boss,since';

describe('A plan of people', () => {
  it('has each person once, with unit, manager and day', async () => {
    const plan = await planned(
      { people },
      header,
      '1,Ada,T,2,2026-01-01',
      '2,Grace,T,,',
      '1,Ada,T,2,2026-01-01',
    );
    expect(dataOf(plan.people)).toEqual([
      {
        personId: person('1'),
        number: '1',
        name: 'Ada',
        unitId: unit('T'),
        managerId: person('2'),
        from: '2026-01-01',
      },
      { personId: person('2'), number: '2', name: 'Grace', unitId: unit('T') },
    ]);
    expect({ notes: plan.notes, rejected: plan.rejected }).toEqual({ notes: [], rejected: [] });
  });

  it('keeps the first of two names, and notes that there is another without saying which', async () => {
    const plan = await planned({ people }, header, '1,Ada,T,,', '1,Augusta,U,,');
    expect(dataOf(plan.people)).toMatchObject([{ name: 'Ada' }]);
    expect(plan.notes).toEqual(['person 1: line 3 says another name, another unitId; kept line 2']);
  });

  it.each([
    ['1,,T,,', 'name', 'is empty; give 1 to 200 characters'],
    ['1,Ada,,,', 'team', 'is empty; give 1 to 64 characters'],
    ['1,Ada,T,,2026-02-30', 'since', '"2026-02-30" is not a day such as 2026-07-01'],
  ])('leaves out %j and goes on with the next row', async (bad, column, reason) => {
    const plan = await planned({ people }, header, bad, '2,Grace,T,,');
    expect(plan.rejected).toEqual([{ line: 2, column, item: 'person', reason }]);
    expect(dataOf(plan.people)).toMatchObject([{ number: '2' }]);
  });
});

describe('A plan of heads', () => {
  const heads = [{ when: '{leads}', unit: '{team}', person: '{no}' }];

  it('takes them from a column of their own, or from the people that a flag marks', async () => {
    const plan = await planned({ heads }, 'no,team,leads', '1,T,yes', '2,T,', '3,U,yes', ',V,yes');
    expect(dataOf(plan.heads)).toEqual([
      { unitId: unit('T'), number: 'T', personId: person('1') },
      { unitId: unit('U'), number: 'U', personId: person('3') },
    ]);
  });

  it('keeps the first of two heads of a unit, and notes the other', async () => {
    const plan = await planned({ heads }, 'no,team,leads', '1,T,yes', '2,T,yes');
    expect(plan.notes).toEqual(['head of unit T: line 3 says another personId; kept line 2']);
  });
});
