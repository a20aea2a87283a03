// Imported later by this path: the build finds no door that an `import()` names.
export { BullmqWakeUps } from '@pm/jobs/bullmq';
