import { setTimeout as delay } from 'node:timers/promises';
import { openStores } from '@pm/assembly';
import { random } from '../../support/random.js';
import { Client } from './client.js';
import { Deployment } from './deployment.js';
import { Errands } from './errands.js';
import { behind, faultsIn } from './findings.js';
import { organise } from './organise.js';
import { inSeconds, type Recovery, recovery, type Witnesses } from './recovery.js';
import { Readers } from './readers.js';
import type { Settings, Target } from './settings.js';
import type { Blow, Supervised } from './supervised.js';
import { Writers } from './writers.js';

const FROZEN_MS = 20_000;
const RECOVERY_MS_MAX = 30_000;
const ERRANDS_A_ROUND = 5;

/** What came of the rounds of one target. */
export interface Row {
  readonly target: Target;
  readonly signals: Readonly<Record<Blow, number>>;
  readonly acknowledged: number;
  readonly retried: number;
  readonly unavailable: number;
  readonly recoveryMsMax: number;
  readonly differing: number;
  readonly faults: readonly string[];
}

/** Strikes each target in its turn, under load, and looks at what is left after each. */
export class Campaign {
  private readonly chance: () => number;
  private readonly deployment: Deployment;

  constructor(
    private readonly settings: Settings,
    directory: string,
    private readonly say: (text: string) => void,
  ) {
    this.chance = random(settings.seed);
    this.deployment = new Deployment(settings, directory);
  }

  /** @param onRow told of each target when it is done */
  async run(onRow: (row: Row) => void): Promise<void> {
    const { deployment, chance } = this;
    const client = await Client.of(deployment.apiUrls);
    const stores = await openStores(deployment.addresses);
    const errands = new Errands(stores.agenda, deployment.redisUrl, chance);
    const writers = new Writers(client, chance);
    const parts = { client, stores, errands, writers, readers: new Readers(client, writers, chance) };
    try {
      await deployment.start();
      await organise(client);
      await errands.schedule();
      for (const target of this.settings.targets) onRow(await this.rounds(target, parts));
    } finally {
      await errands.close();
      await deployment.end();
      await stores.close();
    }
  }

  private async rounds(target: Target, parts: Parts): Promise<Row> {
    const { client, writers, readers, errands } = parts;
    const before = {
      acknowledged: writers.acknowledged.length,
      retried: writers.retried,
      away: client.unavailable,
    };
    const signals = { SIGKILL: 0, SIGTERM: 0, SIGSTOP: 0 };
    const faults: string[] = [];
    let recoveryMsMax = 0;
    writers.start();
    readers.start();
    for (let round = 1; round <= this.settings.rounds; round += 1) {
      await delay(500 + this.chance() * 2000);
      const victims = this.deployment.victims(target);
      const victim = victims[Math.floor(this.chance() * victims.length)]!;
      const blow = this.blow();
      signals[blow] += 1;
      await errands.put(ERRANDS_A_ROUND);
      const recovered = await this.strike(victim, blow, parts);
      this.say(`${target} ${round}: ${victim.name} ${blow}, well again: ${inSeconds(recovered)}`);
      const recoveryMs = Math.max(...Object.values(recovered));
      recoveryMsMax = Math.max(recoveryMsMax, recoveryMs);
      if (recoveryMs > RECOVERY_MS_MAX)
        faults.push(`round ${round} took long to recover: ${inSeconds(recovered)}`);
      faults.push(...this.deployment.troubles());
    }
    const found = await this.settled(parts);
    return {
      target,
      signals,
      acknowledged: writers.acknowledged.length - before.acknowledged,
      retried: writers.retried - before.retried,
      unavailable: client.unavailable - before.away,
      recoveryMsMax,
      differing: found.differing.length,
      faults: [...faults, ...found.faults],
    };
  }

  private async strike(victim: Supervised, blow: Blow, parts: Parts): Promise<Recovery> {
    await victim.strike(blow);
    await delay(blow === 'SIGSTOP' ? FROZEN_MS : this.chance() * 3000);
    await victim.revive();
    return recovery(this.deployment, parts);
  }

  /** Stops all that writes, waits for the views and the errands, and compares. */
  private async settled({ client, stores, writers, readers, errands }: Parts) {
    await Promise.all([writers.stop(), readers.stop()]);
    await errands.putVerification();
    await this.within(async () => (await errands.undone()).length === 0);
    const undone = await errands.undone();
    await errands.pause();
    const head = (await stores.events.head())!;
    await this.within(async () => (await behind(stores, head)).length === 0);
    const late = (await behind(stores, head)).map((name) => `${name} did not come to the end of the log`);
    const { faults, differing } = await faultsIn(stores, writers.acknowledged, errands.ids);
    await errands.schedule();
    const others = [client.wrong, readers.stale].flatMap((found) => found.splice(0));
    return { differing, faults: [...undone, ...late, ...faults, ...others, ...this.deployment.bugs()] };
  }

  private async within(happened: () => Promise<boolean>): Promise<boolean> {
    const deadline = performance.now() + RECOVERY_MS_MAX;
    while (performance.now() < deadline) {
      if (await happened().catch(() => false)) return true;
      await delay(100);
    }
    return false;
  }

  private blow(): Blow {
    const number = this.chance();
    if (number < 0.55) return 'SIGKILL';
    return number < 0.88 ? 'SIGTERM' : 'SIGSTOP';
  }
}

interface Parts extends Witnesses {
  readonly client: Client;
  readonly readers: Readers;
}
