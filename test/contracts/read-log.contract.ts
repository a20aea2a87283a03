import { LimitExceeded } from '@pm/eventing';
import type { ActorId, Instant, PersonId } from '@pm/kernel';
import { BadCursor } from '@pm/projections';
import { type Read, READ_LOG_LIMITS, type ReadLog, type ReadsQuery } from '@pm/reads';

/** A place for a read log; each call opens it once more. */
export interface OpenedReadLog {
  open(): ReadLog;
  close(): Promise<void>;
}

/** What every read log promises; each adapter runs it. */
export function readLogContract(name: string, place: () => Promise<OpenedReadLog>): void {
  describe(`${name} read log`, () => {
    let opened: OpenedReadLog;
    let log: ReadLog;
    beforeEach(async () => {
      opened = await place();
      log = opened.open();
    });
    afterEach(() => opened.close());

    const record = async (...reads: Read[]) => {
      for (const each of reads) await log.record(each);
    };
    const idsOf = async (query: Partial<ReadsQuery> = {}) =>
      (await log.list({ limit: 100, ...query })).reads.map(({ id }) => id);

    it('keeps a read as it was recorded, with what is absent of it', async () => {
      const whole = {
        ...read(1),
        onBehalfOf: 'grace' as ActorId,
        recordId: 'ada',
        asOf: at('08:00'),
        asKnownAt: at('09:00'),
        roles: ['manager', 'employee'],
      };
      const bare: Read = { ...read(2), subjects: [], roles: [] };
      await record(whole, bare);
      expect(await log.list({ limit: 10 })).toEqual({ reads: [bare, whole] });
    });

    it('keeps nothing of a read that it has already', async () => {
      await record(read(1), { ...read(1), at: at('11:00'), subjects: [GRACE] });
      expect((await log.list({ limit: 10 })).reads).toEqual([read(1)]);
      expect(await idsOf({ subject: GRACE })).toEqual([]);
    });

    it('tells the newest first, and of the same moment the greatest id', async () => {
      await record({ ...read(3), at: at('10:00') }, read(2), read(1), { ...read(4), at: at('12:00') });
      expect(await idsOf()).toEqual([id(4), id(2), id(1), id(3)]);
    });

    it('tells whose data were shown to whom, by subject, reader and record, and by all at once', async () => {
      await record(
        { ...read(1), subjects: [ADA, GRACE], recordId: 'goal' },
        { ...read(2), subjects: [GRACE], reader: 'hedy' as ActorId },
        { ...read(3), subjects: [ADA], reader: 'hedy' as ActorId, recordId: 'goal' },
      );
      expect(await idsOf({ subject: ADA })).toEqual([id(3), id(1)]);
      expect(await idsOf({ subject: GRACE })).toEqual([id(2), id(1)]);
      expect(await idsOf({ reader: 'hedy' })).toEqual([id(3), id(2)]);
      expect(await idsOf({ recordId: 'goal' })).toEqual([id(3), id(1)]);
      expect(await idsOf({ subject: ADA, reader: 'hedy', recordId: 'goal' })).toEqual([id(3)]);
      expect(await idsOf({ subject: GRACE, recordId: 'none' })).toEqual([]);
    });

    it.each([{}, { subject: ADA }, { reader: 'eve' }, { recordId: 'ada' }])(
      'tells what was read after a moment, and until one, of %j',
      async (wanted) => {
        const hours = ['09:00', '10:00', '11:00', '12:00'];
        await record(...hours.map((hour, nth) => ({ ...read(nth), at: at(hour), recordId: 'ada' })));
        expect(await idsOf({ ...wanted, since: at('09:00') })).toEqual([id(3), id(2), id(1)]);
        expect(await idsOf({ ...wanted, until: at('11:00') })).toEqual([id(2), id(1), id(0)]);
        expect(await idsOf({ ...wanted, since: at('09:00'), until: at('11:00') })).toEqual([id(2), id(1)]);
      },
    );

    it.each([{}, { subject: ADA }, { reader: 'eve' }])('tells it page by page, of %j', async (wanted) => {
      await record(...[1, 2, 3, 4, 5].map((nth) => ({ ...read(nth), at: at(nth < 4 ? '10:00' : '11:00') })));
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await log.list({ ...wanted, limit: 2, cursor });
        pages.push(page.reads.map((each) => each.id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(pages).toEqual([[id(5), id(4)], [id(3), id(2)], [id(1)]]);
    });

    it('keeps what many record at the same moment', async () => {
      await Promise.all(Array.from({ length: 600 }, (_, nth) => log.record(read(nth))));
      expect(await idsOf({ subject: ADA, limit: 1000 })).toHaveLength(600);
    });

    it('keeps one read of a thousand people as one', async () => {
      const subjects = Array.from({ length: 1000 }, (_, nth) => `person-${nth}` as PersonId);
      await record({ ...read(1), subjects });
      expect(await idsOf()).toEqual([id(1)]);
      expect(await idsOf({ subject: 'person-999' })).toEqual([id(1)]);
    });

    it('forgets what is older than a moment, and nothing else', async () => {
      await record({ ...read(1), at: at('09:00') }, { ...read(2), at: at('10:00') }, read(3));
      expect(await log.dropBefore(at('10:00'))).toBe(1);
      expect(await idsOf()).toEqual([id(3), id(2)]);
      expect(await idsOf({ subject: ADA })).toEqual([id(3), id(2)]);
      expect(await log.dropBefore(at('10:00'))).toBe(0);
    });

    it('is there for whoever opens it next', async () => {
      await record(read(1));
      expect((await opened.open().list({ limit: 10 })).reads).toEqual([read(1)]);
    });

    it('refuses a read of too many, a page that is too long, and a cursor of another list', async () => {
      const subjects = Array.from({ length: READ_LOG_LIMITS.subjects + 1 }, () => ADA);
      await expect(log.record({ ...read(1), subjects })).rejects.toThrow(LimitExceeded);
      for (const limit of [0, 1.5, READ_LOG_LIMITS.pageReads + 1])
        await expect(log.list({ limit })).rejects.toThrow(LimitExceeded);
      for (const cursor of ['', 'WyIiLCJhIl0', `${at('10:00')}_`, `x${at('10:00')}_${id(1)}`])
        await expect(log.list({ limit: 10, cursor })).rejects.toThrow(BadCursor);
      expect(await idsOf()).toEqual([]);
    });
  });
}

const ADA = 'ada' as PersonId;
const GRACE = 'grace' as PersonId;
const at = (time: string) => `2026-03-03T${time}:00.000Z` as Instant;
const id = (nth: number) => `01900000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

/** Eve looked Ada up. */
const read = (nth: number): Read => ({
  id: id(nth),
  at: at('11:30'),
  reader: 'eve' as ActorId,
  roles: ['people-admin'],
  what: 'person',
  subjects: [ADA],
  correlationId: 'request',
});
