export { type InboxEntry, inboxView, presentNotification } from './inbox/inbox.view.js';
