export * from './inbox/inbox.command.js';
export type { Matter } from './inbox/inbox.events.js';
export { inboxes } from './inbox/inbox.state.js';
export { notificationText } from './inbox/notification-text.js';
export * from './mail.js';
export { notificationProblems } from './notifications.problems.js';
export { NotificationsModule } from './notifications.module.js';
export { type DueMatter, dueMatters, type GoalAtHand } from './reminders/due-matters.process.js';
export {
  OFFICE_HOURS,
  type Weekday,
  workingMomentFrom,
  type WorkingTime,
} from './reminders/working-days.state.js';
