export { inboxView, presentNotification } from './inbox/inbox.view.js';
