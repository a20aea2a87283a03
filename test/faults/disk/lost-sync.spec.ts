import { cpSync, rmSync } from 'node:fs';
import { temporaryDirectory } from '../../contracts/temporary-directory.js';
import { random } from '../../support/random.js';
import { ServerProcess } from '../../support/server-process.js';
import { until } from '../../support/until.js';
import { seed, times } from '../form.js';
import { expectWhole } from '../found-on-disk.js';
import { type Acknowledged, Load, organise } from '../load.js';
import { FaultyDisk, hasCompiler } from './faulty-disk.js';

const PORT = 34_570;
const COMMITS = times(60, 400);
const OPENED = times(10, 200);
const CALLERS = 4;

/** What had been acknowledged by the time that there were so many images: their syncs came before. */
class Timeline {
  private readonly counts: number[] = [];

  constructor(private readonly acknowledged: readonly Acknowledged[]) {}

  note(images: number): void {
    this.counts[images] ??= this.acknowledged.length;
  }

  /** @param image its number, from 0 */
  before(image: number): readonly Acknowledged[] {
    const count = this.counts.slice(0, image + 1).findLast((each) => each !== undefined) ?? 0;
    return this.acknowledged.slice(0, count);
  }
}

function faults(): void {
  it(
    `leaves all that was acknowledged before, and views that go on from there: ${OPENED} of ${COMMITS} syncs`,
    async () => {
      const [directory, disk] = [temporaryDirectory(), new FaultyDisk()];
      const server = await ServerProcess.start(directory.path, PORT, disk.environmentWithImages);
      const acknowledged: Acknowledged[] = [];
      const timeline = new Timeline(acknowledged);
      try {
        await organise(server);
        const first = disk.kept().length;
        const load = new Load(server, 'load', acknowledged, CALLERS);
        await until(() => {
          timeline.note(disk.kept().length);
          return disk.kept().length >= first + COMMITS;
        }, 120_000);
        await server.end('SIGKILL');
        await load.stop();

        const chance = random(seed);
        const lost = `${directory.path}/lost`;
        for (let opened = 0; opened < OPENED; opened++) {
          const image = first + Math.floor(chance() * COMMITS);
          cpSync(disk.kept()[image]!, lost, { recursive: true });
          await expectWhole(lost, timeline.before(image), { drained: true });
          rmSync(lost, { recursive: true });
        }
      } finally {
        await server.end('SIGKILL');
        disk.remove();
        directory.remove();
      }
    },
    120_000 + OPENED * 10_000,
  );
}

describe(`Power that is lost after a sync (seed ${seed})`, () => {
  if (hasCompiler) faults();
  else it('was not tried: there is no C compiler here', () => {});
});
