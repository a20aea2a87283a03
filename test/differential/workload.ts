import { instant } from '@pm/kernel';
import type { Asked, Timed, Turn } from './asked.js';
import { Chance } from './chance.js';
import { founding } from './founding.js';
import { annotationTurns, kpiTurns, measurementTurns, retire } from './measurement.turns.js';
import { peopleTurns, unitTurns } from './organisation.turns.js';
import { draftTurns, lifeTurns, progressTurns } from './planning.turns.js';

const START_MS = Date.UTC(2025, 0, 2, 9);
const HOUR_MS = 3_600_000;

/** What is asked about, in shares. */
const SUBJECTS: readonly (readonly Turn[])[] = [
  unitTurns,
  peopleTurns,
  kpiTurns,
  measurementTurns,
  measurementTurns,
  measurementTurns,
  annotationTurns,
  draftTurns,
  draftTurns,
  draftTurns,
  lifeTurns,
  lifeTurns,
  lifeTurns,
  progressTurns,
];

/** Everything that is asked of an organisation over a year and more: the same for the same seed. */
export function workload(seed: number, count: number): Timed[] {
  const chance = new Chance(seed);
  const life: Timed[] = [];
  let clockMs = START_MS;
  const then = (asked: Asked) => life.push({ ...asked, at: instant(clockMs) });
  founding(chance).forEach(then);
  while (life.length < count) {
    // Clocks step back.
    clockMs += (chance.below(200) - 40) * HOUR_MS;
    then(chance.oneIn(12) ? again(chance, life) : turn(chance, life.length));
  }
  return life;
}

function turn(chance: Chance, index: number): Asked {
  const asked = (chance.oneIn(100) ? retire : chance.pick(chance.pick(SUBJECTS)))(chance);
  return chance.oneIn(3) ? { key: `request-${index}`, ...asked } : asked;
}

/** What was asked before, mostly under the same key; sometimes something else is. */
function again(chance: Chance, life: readonly Asked[]): Asked {
  const asked = chance.pick(life);
  return chance.oneIn(3) ? { ...asked, body: { ...asked.body, name: 'Another' } } : asked;
}
