import { namedId } from '@pm/eventing';
import type { Client } from './client.js';
import { ERRANDS_KPI } from './errands.js';
import { KPIS } from './writers.js';

/** Units, KPIs and goals that measure by them, so that every measurement moves sums up the trees. */
export async function organise(client: Client): Promise<void> {
  let made = 0;
  const make = async (path: string, body: object): Promise<string> => {
    const key = `organise-${made++}`;
    const said = await client.tell(client.urls[0]!, path, body, key);
    if (said?.status !== 201) throw new Error(`${path} was answered ${JSON.stringify(said)}`);
    return (said.body as { id: string }).id;
  };
  const city = await make('/units', { number: 'city', name: 'City', kind: 'city' });
  const works = await make('/units', { number: 'works', name: 'Works', kind: 'agency', parentId: city });
  const year = { start: '2023-01-01', end: '2023-12-31' };
  const top = await make('/goals', { kind: 'objective', title: 'Good works', unitId: city, ...year });
  for (const number of [...Array(KPIS).keys(), ERRANDS_KPI]) {
    await make('/kpis', {
      number: String(number),
      name: `KPI ${number}`,
      unitId: works,
      direction: 'increase',
      frequency: 'monthly',
      aggregation: 'last',
    });
    await make('/goals', {
      kind: 'key result',
      title: `More of ${number}`,
      unitId: works,
      ...year,
      measure: {
        kpiId: namedId('kpi', 'number', String(number)),
        baseline: '0',
        target: '10000',
        direction: 'increase',
      },
      parents: [{ parentId: top }],
    });
  }
}
