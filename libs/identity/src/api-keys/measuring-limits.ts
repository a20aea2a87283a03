import { keyIdOf } from '@pm/access';
import { answerTo } from '@pm/eventing';
import { measuringLimitsOf } from '@pm/kernel';
import { apiKeys } from './api-key.state.js';

/** Machines may be limited, people are by their roles alone. */
export const answerMeasuringLimits = answerTo(measuringLimitsOf, async ({ actor }, { read }) => {
  const keyId = keyIdOf(actor);
  return keyId === undefined ? undefined : (await read(apiKeys, keyId)).issued?.limits;
});
