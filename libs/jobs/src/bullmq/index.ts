export { BullmqWakeUps, type BullmqOptions } from './bullmq-wake-ups.js';
