import { inDirectory, openMemory, openStores, type Stores } from '@pm/assembly';
import { namedId } from '@pm/eventing';
import type { Mapping } from '@pm/importing';
import { openForDryRun } from '../../apps/cli/src/import/open-stores.js';
import { carryOut } from '../../apps/cli/src/import/carry-out.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { eventsIn, planFrom, recordedBy, rejectedBy } from './imported.js';

const MAPPING: Mapping = {
  source: 'Payroll',
  units: [
    { number: 'all', name: 'Trams', kind: 'company' },
    { number: '{team}', name: '{team}', kind: 'team', parent: 'all' },
  ],
  people: [{ number: '{no}', name: '{name}', unit: '{team}', manager: '{boss}', from: '{since}' }],
  heads: [{ when: '{leads}', unit: '{team}', person: '{no}', from: '{since}' }],
};
const HEADER = 'no,name,team,boss,since,leads';
const ROWS = ['3,Eve,Ops,2,2026-01-01,', '2,Grace,Ops,1,2026-01-15,yes', '1,Mary,Office,,2026-01-01,yes'];
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const ALL = { UnitOpened: 3, PersonJoined: 3, ManagerChanged: 2, UnitHeadNamed: 2 };

describe('An import of people', () => {
  let stores: Stores;
  beforeEach(() => {
    stores = openMemory();
  });
  const imported = async (...rows: string[]) =>
    recordedBy(await planFrom({ text: csv(...rows) }, MAPPING), stores);
  const outcomeOf = async (...rows: string[]) =>
    carryOut(await planFrom({ text: csv(...rows) }, MAPPING), stores, { project: false });

  it('lets everyone join before anyone leads, wherever the file has them', async () =>
    expect(await imported(...ROWS)).toEqual(ALL));

  it('records nothing the second time', async () => {
    await imported(...ROWS);
    expect(await imported(...ROWS)).toEqual({});
  });

  it('lets a manager who joined later lead from the day on which they did', async () => {
    await imported(...ROWS);
    const changes = (await eventsIn(stores)).filter(({ type }) => type.endsWith('.ManagerChanged'));
    const [ofEve] = changes.filter(
      ({ data }) => (data as { personId: string }).personId === namedId('person', 'number', '3'),
    );
    expect(ofEve!.metadata.effectiveAt).toBe('2026-01-15T00:00:00.000Z');
  });

  it('keeps names sealed', async () => {
    await imported(...ROWS);
    expect(JSON.stringify(await eventsIn(stores))).not.toMatch(/Mary|Grace|Eve"/);
  });

  it('renames, moves and lets somebody else lead whom a later file has otherwise', async () => {
    await imported(...ROWS);
    const later = ['3,Eva,Office,1,2026-02-01,'];
    expect(await imported(...later)).toEqual({ PersonRenamed: 1, PersonMoved: 1, ManagerChanged: 1 });
    expect(await imported(...later)).toEqual({});
  });

  it('holds from the day of the import where a file names none', async () => {
    const rows = ['2,Grace,Ops,1,,yes', '1,Mary,Office,,,'];
    expect(await imported(...rows)).toEqual({ ...ALL, PersonJoined: 2, ManagerChanged: 1, UnitHeadNamed: 1 });
    expect(await imported(...rows)).toEqual({});
  });

  it('leaves out what the rules refuse, with its line, and goes on', async () => {
    const rows = [
      '1,Mary,Ops,2,2026-01-01,',
      '2,Grace,Ops,1,2026-01-01,',
      '4,Ann,Ops,9,2026-01-01,',
      '5,Bob,Ops,5,2999-01-01,',
    ];
    expect(rejectedBy(await outcomeOf(...rows))).toEqual([
      '3 manager of person 2: manager-cycle',
      '4 manager of person 4: manager-unknown',
      '5 person 5: too-far-ahead',
      '5 manager of person 5: too-far-ahead',
    ]);
  });
});

describe('A dry run over people', () => {
  it('knows the names that are recorded, and stores nothing', async () => {
    const directory = temporaryDirectory();
    await recordedBy(
      await planFrom({ text: csv(...ROWS) }, MAPPING),
      await openStores(inDirectory(directory.path)),
    );
    const dryRun = async (...rows: string[]) => {
      const plan = await planFrom({ text: csv(...rows) }, MAPPING);
      const stores = await openForDryRun(inDirectory(directory.path));
      return (await carryOut(plan, stores, { project: false })).recorded;
    };
    const changed = [...ROWS, '6,New,Ops,1,2026-01-01,'];
    for (const _ of ['once', 'again'])
      expect(await dryRun(...changed)).toEqual({ PersonJoined: 1, ManagerChanged: 1 });
    expect(await dryRun(ROWS[0]!.replace('Eve', 'Eva'))).toEqual({ PersonRenamed: 1 });
    directory.remove();
  });
});
