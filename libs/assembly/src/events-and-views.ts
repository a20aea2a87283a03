import { Catalogue } from '@pm/eventing';
import { identityEvents } from '@pm/identity/events';
import { apiKeysView } from '@pm/identity/views';
import { goalTree, kpiScorecard } from '@pm/insights/views';
import { measurementEvents } from '@pm/measurement/events';
import { kpiAnnotations, kpiTrend } from '@pm/measurement/views';
import { notificationEvents } from '@pm/notifications/events';
import { inboxView } from '@pm/notifications/views';
import { organisationEvents } from '@pm/organisation/events';
import { peopleView, unitMembers, unitTree } from '@pm/organisation/views';
import { planningEvents } from '@pm/planning/events';
import type { AnyView } from '@pm/projections';
import { webhookEvents } from '@pm/webhooks/events';

/** Every event type of the product. */
export const catalogue = new Catalogue([
  organisationEvents,
  planningEvents,
  measurementEvents,
  webhookEvents,
  notificationEvents,
  identityEvents,
]);

/** Every view of the product. */
export const views: readonly AnyView[] = [
  unitTree,
  peopleView,
  unitMembers,
  kpiScorecard,
  kpiTrend,
  kpiAnnotations,
  goalTree,
  inboxView,
  apiKeysView,
];

/** Event types that no view shows yet; auditors read them in their streams. */
export const UNPROJECTED: readonly string[] = [
  'CalendarSet',
  'PeriodFrozen',
  'PeriodReleased',
  'HoldPlaced',
  'HoldReleased',
  'DeputyAppointed',
  'DeputyEnded',
  'WebhookSubscribed',
  'WebhookUnsubscribed',
  'WebhookResumed',
  'WebhookReplayed',
  'MailAddressRecorded',
  'MailAddressRemoved',
  'RoleGranted',
  'RoleRevoked',
];
