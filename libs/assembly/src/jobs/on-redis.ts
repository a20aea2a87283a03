export { BullmqWakeUps } from '@pm/jobs/bullmq';
