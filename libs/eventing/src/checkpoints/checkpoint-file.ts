import type { KeyObject } from 'node:crypto';
import { appendFileSync, closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { GENESIS } from '../canonical.js';
import { StoreUnavailable } from '../event-store.js';
import {
  type CheckpointFacts,
  hashOfLine,
  type LinePlace,
  readCheckpoint,
  signCheckpoint,
  type SignedCheckpoint,
} from './signed-checkpoint.js';

const FIRST: LinePlace = { line: 1, previous: GENESIS };

/** Signed checkpoints of one log, one a line, each naming the hash of the one before it. */
export class CheckpointFile {
  private place = FIRST;
  private bytes = 0;

  constructor(readonly path: string) {}

  /** Makes an empty file where there is none, to know before long work that it can be written. @throws StoreUnavailable */
  static toAppend(path: string): CheckpointFile {
    const file = new CheckpointFile(path);
    file.reach(() => appendFileSync(path, ''));
    return file;
  }

  /** How many lines were read or written. */
  get lines(): number {
    return this.place.line - 1;
  }

  /** SHA-256 (hex) of the last of them: kept elsewhere, it shows whether lines behind it were taken away. */
  get last(): string {
    return this.place.previous;
  }

  /**
   * Every checkpoint in order; none where there is no file yet.
   *
   * @throws BadCheckpoint at the first line that the owner of the key did not write there
   * @throws StoreUnavailable where the file cannot be read
   */
  async *read(key: KeyObject): AsyncGenerator<SignedCheckpoint, undefined> {
    this.place = FIRST;
    this.bytes = this.size();
    if (this.bytes === 0) return;
    const input = createReadStream(this.path, { end: this.bytes - 1 });
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const checkpoint = readCheckpoint(text, this.place, key);
      this.advance(text);
      yield checkpoint;
    }
  }

  /**
   * Signs what the log holds and writes it behind the lines that were read, synced.
   *
   * @throws StoreUnavailable where the file cannot be written, or somebody else wrote it since it was read
   */
  append(facts: CheckpointFacts, key: KeyObject): void {
    if (this.size() !== this.bytes)
      throw new StoreUnavailable(`${this.path} was written by somebody else meanwhile; try again`);
    const line = signCheckpoint(facts, this.last, key);
    // A kill may have left the last line without its end.
    const text = `${this.bytes > 0 && !this.isEnded() ? '\n' : ''}${line}\n`;
    this.reach(() => appendFileSync(this.path, text, { flush: true }));
    this.bytes += Buffer.byteLength(text);
    this.advance(line);
  }

  private advance(line: string): void {
    this.place = { line: this.place.line + 1, previous: hashOfLine(line) };
  }

  private size(): number {
    return this.reach(() => statSync(this.path, { throwIfNoEntry: false })?.size ?? 0);
  }

  private isEnded(): boolean {
    return this.reach(() => {
      const file = openSync(this.path, 'r');
      const last = Buffer.alloc(1);
      readSync(file, last, 0, 1, this.bytes - 1);
      closeSync(file);
      return last.toString() === '\n';
    });
  }

  private reach<T>(file: () => T): T {
    try {
      return file();
    } catch (cause) {
      throw new StoreUnavailable(`${this.path} cannot be used: ${(cause as Error).message}`, { cause });
    }
  }
}
