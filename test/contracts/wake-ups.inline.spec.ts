import { InlineWakeUps } from '@pm/jobs/inline';
import { wakeUpsContract } from './wake-ups.contract.js';

wakeUpsContract('Inline', async (clock) => new InlineWakeUps(clock));
