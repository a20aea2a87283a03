import { StoreUnavailable } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { type Read, ReadLog, type ReadsPage, type ReadsQuery } from '@pm/reads';

/** A read log that cannot be written while it is full. */
export class FaultyReadLog extends ReadLog {
  isFull = false;

  constructor(private readonly log: ReadLog) {
    super();
  }

  async record(read: Read): Promise<void> {
    if (this.isFull) throw new StoreUnavailable('the read log cannot be written');
    await this.log.record(read);
  }

  list(query: ReadsQuery): Promise<ReadsPage> {
    return this.log.list(query);
  }

  dropBefore(moment: Instant): Promise<number> {
    return this.log.dropBefore(moment);
  }
}
