import type { Readable } from 'node:stream';
import type { AllStreamRecordedEvent, AllStreamResolvedEvent, StreamingRead } from '@eventstore/db-client';

/** All that a bounded read gives. */
export function collected<T>(read: StreamingRead<T>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const records: T[] = [];
    read
      .on('data', (record: T) => records.push(record))
      .on('end', () => resolve(records))
      .on('error', reject);
  });
}

/** A read of the whole server forwards that is pulled from, at its reader's own pace. */
export class OpenRead {
  private done = false;
  private failure: Error | undefined;
  private wake = (): void => {};
  private readonly source: Readable;

  constructor(private readonly read: StreamingRead<AllStreamResolvedEvent>) {
    // The driver declares less than its reads are.
    this.source = read as unknown as Readable;
    this.source
      .on('readable', () => this.wake())
      .on('end', () => {
        this.done = true;
        this.wake();
      })
      .on('error', (error) => {
        this.failure = error;
        this.wake();
      });
  }

  /** True once everything was taken, up to where the server's log ended at that moment. */
  get ended(): boolean {
    return this.done;
  }

  /** The next record, as far as one has arrived. @throws what the driver failed with */
  next(): AllStreamRecordedEvent | undefined {
    if (this.failure) throw this.failure;
    for (;;) {
      const resolved = this.source.read() as AllStreamResolvedEvent | null;
      if (resolved === null) return undefined;
      // A link whose target is gone has no event.
      if (resolved.event) return resolved.event;
    }
  }

  /** Resolves when there is more, the end, or a failure. Ask for what is there first. */
  more(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  cancel(): void {
    void this.read.cancel();
  }
}
