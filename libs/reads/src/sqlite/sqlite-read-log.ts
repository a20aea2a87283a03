import { type Db, GroupCommit } from '@pm/eventing/sqlite';
import type { Instant } from '@pm/kernel';
import { checkQuery, checkRead, pageOf, type Place } from '../paging.js';
import type { Read } from '../read.js';
import { ReadLog, type ReadsPage, type ReadsQuery, type ReadsWanted } from '../read-log.js';

/** The read log in the state file. */
export class SqliteReadLog extends ReadLog {
  private readonly commits: GroupCommit<Read, void>;
  private readonly drop: (moment: Instant) => number;

  constructor(private readonly db: Db) {
    super();
    this.commits = new GroupCommit(db, writerTo(db), { what: 'the read log' });
    this.drop = dropIn(db);
  }

  async record(read: Read): Promise<void> {
    checkRead(read);
    await this.commits.add(read);
  }

  async list({ limit, ...query }: ReadsQuery): Promise<ReadsPage> {
    const end = checkQuery({ limit, ...query });
    const { sql, values } = search(query, end);
    const rows = this.db.prepare<object, { read: string }>(sql).all({ ...values, limit: limit + 1 });
    return pageOf(
      rows.map(({ read }) => JSON.parse(read) as Read),
      limit,
    );
  }

  async dropBefore(moment: Instant): Promise<number> {
    return this.drop(moment);
  }
}

function writerTo(db: Db) {
  const insert = db.prepare<(string | null)[]>(
    'INSERT INTO reads (id, at, reader, record_id, read) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const name = db.prepare<string[]>(
    'INSERT INTO read_subjects (subject, at, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    write: (read: Read): void => {
      const { id, at, reader, recordId, subjects } = read;
      const { changes } = insert.run(id, at, reader, recordId ?? null, JSON.stringify(read));
      if (changes > 0) for (const subject of subjects) name.run(subject, at, id);
    },
  };
}

function dropIn(db: Db): (moment: Instant) => number {
  const subjects = db.prepare<[Instant]>(
    `DELETE FROM read_subjects WHERE (subject, at, id) IN (
       SELECT named.value, reads.at, reads.id FROM reads, json_each(reads.read, '$.subjects') AS named WHERE reads.at < ?
     )`,
  );
  const reads = db.prepare<[Instant]>('DELETE FROM reads WHERE at < ?');
  const drop = db.transaction((moment: Instant) => {
    subjects.run(moment);
    return reads.run(moment).changes;
  });
  return (moment) => drop.immediate(moment);
}

/** Along the index of what was asked for, from where the page before ended. */
function search({ subject, reader, recordId, since, until }: ReadsWanted, end: Place | undefined) {
  const [source, by] =
    subject === undefined
      ? ['reads', 'reads']
      : ['read_subjects CROSS JOIN reads ON reads.id = read_subjects.id', 'read_subjects'];
  const terms = [
    ...(subject === undefined ? [] : ['read_subjects.subject = @subject']),
    ...(reader === undefined ? [] : ['reads.reader = @reader']),
    ...(recordId === undefined ? [] : ['reads.record_id = @recordId']),
    ...(since === undefined ? [] : [`${by}.at > @since`]),
    ...(until === undefined ? [] : [`${by}.at <= @until`]),
    ...(end === undefined ? [] : [`(${by}.at, ${by}.id) < (@at, @id)`]),
  ];
  return {
    sql: `SELECT reads.read FROM ${source} WHERE ${['TRUE', ...terms].join(' AND ')}
          ORDER BY ${by}.at DESC, ${by}.id DESC LIMIT @limit`,
    values: { subject, reader, recordId, since, until, ...end },
  };
}
