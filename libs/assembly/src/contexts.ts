import { Catalogue } from '@pm/eventing';
import { apiKeysView, IdentityModule } from '@pm/identity';
import { identityEvents } from '@pm/identity/events';
import { goalTree, unitOutcomes } from '@pm/insights';
import { kpiAnnotations, kpiScorecard, kpiTrend, MeasurementModule } from '@pm/measurement';
import { measurementEvents } from '@pm/measurement/events';
import { inboxView, NotificationsModule } from '@pm/notifications';
import { notificationEvents } from '@pm/notifications/events';
import { OrganisationModule, peopleView, unitMembers, unitTree } from '@pm/organisation';
import { organisationEvents } from '@pm/organisation/events';
import { PlanningModule } from '@pm/planning';
import { planningEvents } from '@pm/planning/events';
import type { AnyView } from '@pm/projections';
import { WebhooksModule } from '@pm/webhooks';
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
  unitOutcomes,
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

/** The modules that register every command and answer. */
export const contextModules = [
  OrganisationModule,
  PlanningModule,
  MeasurementModule,
  WebhooksModule,
  NotificationsModule,
  IdentityModule,
];
