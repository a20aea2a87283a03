export { MongoAgenda } from './mongo-agenda.js';
export { MongoLeases } from './mongo-leases.js';
