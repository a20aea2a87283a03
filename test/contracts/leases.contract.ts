import { LeaseLost, type Leases } from '@pm/jobs';

const TTL_MS = 3000;

/** A place for leases, and as many as like to who come there, each with a stopwatch of its own. */
export interface OpenedLeases {
  join(stopwatchMs: () => number): Leases;
  close(): Promise<void>;
}

/** What every store of leases promises; each adapter runs it. */
export function leasesContract(name: string, open: () => Promise<OpenedLeases>): void {
  describe(`${name} leases`, () => {
    let opened: OpenedLeases;
    let nowMs: number;
    let ada: Leases;
    let grace: Leases;
    beforeEach(async () => {
      opened = await open();
      nowMs = 0;
      ada = opened.join(() => nowMs);
      // Its clock shows anything: only how long it runs counts.
      grace = opened.join(() => 5_000_000 + nowMs);
    });
    afterEach(() => opened.close());

    const takes = (leases: Leases, holder: string) => leases.acquire('view', holder, TTL_MS);

    it('are given to the first who asks', async () => {
      expect(await takes(ada, 'ada')).toEqual({ name: 'view', holder: 'ada', token: 1 });
      expect(await takes(grace, 'grace')).toBe(undefined);
    });

    it('are given to one of all who ask at the same moment', async () => {
      const all = await Promise.all(
        Array.from({ length: 10 }, (_, number) => takes(number % 2 ? ada : grace, `worker ${number}`)),
      );
      expect(all.filter(Boolean)).toHaveLength(1);
    });

    it('of one name do not keep others from being taken', async () => {
      await takes(ada, 'ada');
      expect(await grace.acquire('other view', 'grace', TTL_MS)).toMatchObject({ holder: 'grace', token: 1 });
    });

    it('are given again, the same, to the one who holds them', async () => {
      const lease = await takes(ada, 'ada');
      expect(await takes(ada, 'ada')).toEqual(lease);
      await ada.renew(lease!);
    });

    it('are taken over when they were not renewed for as long as they last', async () => {
      await takes(ada, 'ada');
      expect(await takes(grace, 'grace')).toBe(undefined);
      nowMs += TTL_MS - 1;
      expect(await takes(grace, 'grace')).toBe(undefined);
      nowMs += 1;
      expect(await takes(grace, 'grace')).toEqual({ name: 'view', holder: 'grace', token: 2 });
    });

    it('are kept by whoever renews them in time', async () => {
      const lease = (await takes(ada, 'ada'))!;
      for (let turn = 0; turn < 5; turn++) {
        expect(await takes(grace, 'grace')).toBe(undefined);
        nowMs += TTL_MS - 1;
        await ada.renew(lease);
      }
    });

    it('that were seen for the first time may be in force, however old they are', async () => {
      await takes(ada, 'ada');
      nowMs += 10 * TTL_MS;
      expect(await takes(grace, 'grace')).toBe(undefined);
      nowMs += TTL_MS;
      expect(await takes(grace, 'grace')).toMatchObject({ token: 2 });
    });

    it('that have run out are renewed where nobody took them', async () => {
      const lease = (await takes(ada, 'ada'))!;
      await takes(grace, 'grace');
      nowMs += TTL_MS;
      await ada.renew(lease);
      expect(await takes(grace, 'grace')).toBe(undefined);
    });

    it('are lost to a holder who was suspended and replaced', async () => {
      const late = (await takes(ada, 'ada'))!;
      await takes(grace, 'grace');
      nowMs += TTL_MS;
      const current = (await takes(grace, 'grace'))!;
      await expect(ada.renew(late)).rejects.toThrow(LeaseLost);
      await ada.release(late);
      expect(await takes(ada, 'ada')).toBe(undefined);
      await grace.renew(current);
    });

    it('that were released are free at once, under a token that goes on', async () => {
      const lease = (await takes(ada, 'ada'))!;
      await ada.release(lease);
      await expect(ada.renew(lease)).rejects.toThrow(LeaseLost);
      expect(await takes(grace, 'grace')).toMatchObject({ token: 2 });
    });

    it('that came back to a holder are not those that it had', async () => {
      const first = (await takes(ada, 'ada'))!;
      await ada.release(first);
      await takes(ada, 'ada');
      await expect(ada.renew(first)).rejects.toThrow(LeaseLost);
    });

    it('show who holds them while they are in force', async () => {
      expect(await grace.holder('view')).toBe(undefined);
      const lease = (await takes(ada, 'ada'))!;
      expect(await grace.holder('view')).toBe('ada');
      nowMs += TTL_MS;
      expect(await grace.holder('view')).toBe(undefined);
      await ada.renew(lease);
      expect(await grace.holder('view')).toBe('ada');
      await ada.release(lease);
      expect(await grace.holder('view')).toBe(undefined);
    });
  });
}
