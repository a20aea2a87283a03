import { IdentityModule } from '@pm/identity';
import { MeasurementModule } from '@pm/measurement';
import { NotificationsModule } from '@pm/notifications';
import { OrganisationModule } from '@pm/organisation';
import { PlanningModule } from '@pm/planning';
import { WebhooksModule } from '@pm/webhooks';

/** The modules that register every command and answer. */
export const contextModules = [
  OrganisationModule,
  PlanningModule,
  MeasurementModule,
  WebhooksModule,
  NotificationsModule,
  IdentityModule,
];
