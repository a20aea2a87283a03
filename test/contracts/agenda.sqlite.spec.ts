import { openStateFile, SqliteAgenda } from '@pm/jobs/sqlite';
import { at, AT_NOON, letter, LETTERS } from '../support/letters.js';
import { agendaContract } from './agenda.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

agendaContract('SQLite', async () => {
  const { path, remove } = temporaryDirectory();
  const db = openStateFile(`${path}/state.db`);
  return {
    agenda: new SqliteAgenda(db),
    close: async () => {
      db.close();
      remove();
    },
  };
});

describe('A state file', () => {
  it('holds work, claims and what was done when it is opened again', async () => {
    const { path, remove } = temporaryDirectory();
    const db = openStateFile(`${path}/state.db`);
    const agenda = new SqliteAgenda(db);
    await agenda.put(letter('done'), letter('claimed'), letter('waiting'));
    await agenda.finish((await agenda.claim('done', AT_NOON, at('12:01')))!, { state: 'done' });
    const claim = await agenda.claim('claimed', AT_NOON, at('12:01'));
    db.close();
    const opened = openStateFile(`${path}/state.db`);
    const again = new SqliteAgenda(opened);
    await again.put(letter('done'));
    expect(await again.due(LETTERS, AT_NOON, 10)).toEqual([letter('waiting')]);
    await again.finish(claim!, { state: 'done' });
    opened.close();
    remove();
  });
});
