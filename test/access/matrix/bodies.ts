import type { Sample, World } from './world.js';

const reason = 'As we said.';
const terms = { title: 'Something else' };

/** What each route that changes a goal takes; a reason where nothing else is said. */
export function bodyOf(route: string, { adaId, graceId, samples }: World, { goalId }: Sample): object {
  const successorId = samples.find((other) => other.goalId !== goalId)!.goalId;
  const bodies: Readonly<Record<string, object>> = {
    'POST /goals': { ...terms, kind: 'objective', personId: adaId },
    'PUT /goals/{goalId}/draft': terms,
    'POST /goals/{goalId}/proposal': {},
    'POST /goals/{goalId}/counter-proposal': terms,
    'POST /goals/{goalId}/acceptance': { termsRevision: 1 },
    'POST /goals/{goalId}/withdrawal': {},
    'POST /goals/{goalId}/change-request': { ...terms, reason },
    'POST /goals/{goalId}/change-withdrawal': {},
    'POST /goals/{goalId}/acknowledgement': {},
    'POST /goals/{goalId}/completion': { result: 'achieved' },
    'POST /goals/{goalId}/postponement': { successorId, reason },
    'PUT /goals/{goalId}/visibility': { visibility: 'private', reason },
    'PUT /goals/{goalId}/parents': { parents: [], reason },
    'PUT /goals/{goalId}/owner': { personId: graceId, reason },
    'PUT /goals/{goalId}/roll-up': { mode: 'min', reason },
    'PUT /goals/{goalId}/progress-override': { progress: '0.1', until: '2026-06-30', reason },
  };
  return bodies[route] ?? { reason };
}
