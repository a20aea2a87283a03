import Database from 'better-sqlite3';
import { WAL_BYTES_MAX } from './database.js';

/** How long readers may keep this waiting, who then keeps whoever commits waiting. */
const WAIT_MS_MAX = 20;
/** A WAL longer than this is to begin anew: a quarter of what makes whoever commits move it (see {@link WAL_BYTES_MAX}). */
const LONG_BYTES = WAL_BYTES_MAX / 4;
/** So little is moved before much more is committed. */
const LITTLE_BYTES = LONG_BYTES / 32;
const TURNS_MAX = 6;
/** From here on whoever commits is kept waiting until what is left is moved. */
const TOO_LONG_BYTES = 2 * LONG_BYTES;

interface Checkpointed {
  /** Pages that the WAL held when this began. */
  readonly log: number;
}

/**
 * A file whose WAL is moved to it by somebody who neither reads nor writes it otherwise. Whoever commits when the WAL has
 * become long syncs the file, too, and waits for that; as long as this keeps up, nobody does.
 */
export class WalFile {
  private readonly db: Database.Database;
  private readonly pageBytes: number;

  /** @throws where there is no such file */
  constructor(file: string) {
    this.db = new Database(file, { fileMustExist: true, timeout: WAIT_MS_MAX });
    this.pageBytes = this.db.pragma('page_size', { simple: true }) as number;
  }

  /** Moves what was committed as far as no reader or writer is in the way; what cannot be moved now is moved later. */
  checkpoint(): void {
    try {
      const moved = this.move('PASSIVE');
      if (moved > LONG_BYTES) this.beginAnew(moved);
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }

  /**
   * A WAL begins anew only when nothing in it is left to move, and meanwhile there are commits: they are moved in turn,
   * less and less. Where between two of them there never was a moment for it, one is made.
   */
  private beginAnew(moved: number): void {
    for (let turn = 0, before = 0; turn < TURNS_MAX && moved - before > LITTLE_BYTES; turn += 1) {
      before = moved;
      moved = this.move('PASSIVE');
    }
    if (moved > TOO_LONG_BYTES) this.move('RESTART');
  }

  /** @returns how long the WAL was, in bytes */
  private move(mode: 'PASSIVE' | 'RESTART'): number {
    const [{ log }] = this.db.pragma(`wal_checkpoint(${mode})`) as [Checkpointed];
    return log * this.pageBytes;
  }

  close(): void {
    this.db.close();
  }
}
