export { InlineWakeUps } from './inline-wake-ups.js';
