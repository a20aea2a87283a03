import { type Act, independent } from './acting.js';
import { agreement } from './acts/agreement.js';
import { founding } from './acts/founding.js';
import { goalYears } from './acts/goal-years.js';
import { departmentKpis } from './acts/kpis.js';
import { teamKpis } from './acts/team-kpis.js';
import { GOALS } from './data/goals.js';
import type { Scale } from './scale.js';
import { care } from './stories/care.js';
import { dust } from './stories/dust.js';
import { lamps } from './stories/lamps.js';
import { permits } from './stories/permits.js';
import { potholes } from './stories/potholes.js';
import { schoolHealth } from './stories/school-health.js';
import { waiting } from './stories/waiting.js';
import { yearEnd } from './stories/year-end.js';

/** All that ever happened at the municipality of Lakeside, in order of time; of one moment, what others build on first. */
export function lakeside(scale: Scale): Act[] {
  const acts = [
    ...founding(scale),
    ...departmentKpis(),
    ...independent(teamKpis(scale)),
    ...dust(),
    ...potholes(),
    ...permits(),
    ...waiting(),
    ...GOALS.flatMap((goal) => agreement(goal)),
    ...goalYears(scale),
    ...care(),
    ...lamps(),
    ...schoolHealth(scale),
    ...yearEnd(),
  ];
  return acts.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
