import type { PersonId } from '@pm/kernel';
import { forgetNotificationCommand } from '@pm/notifications';
import { inboxView } from '@pm/notifications/views';
import { people } from '@pm/organisation';
import { ListView } from '@pm/projections/queries';
import type { Product } from '../jobs/product.js';
import type { Expired, Records, RuleInForce } from './records.js';

const NOTIFICATIONS_AT_ONCE = 200;

/** What somebody was told of so long ago leaves their inbox, read or not. */
export const oldNotifications: Records = {
  expired,
  end: async ({ personId, recordId }, _rule, { product, context }) => {
    const notification = { personId: personId as PersonId, notificationId: recordId! };
    const { recorded } = await product.commands.execute(forgetNotificationCommand.of(notification, context));
    return recorded > 0;
  },
};

async function* expired({ overBy }: RuleInForce, { queries, answers }: Product): AsyncGenerator<Expired> {
  let cursor: string | undefined;
  do {
    const query = { limit: NOTIFICATIONS_AT_ONCE, sortBy: 'order', cursor };
    const page = await queries.execute(new ListView(inboxView, query));
    for (const { own } of page.documents) {
      const { personId, notificationId, raisedAt } = own!;
      if (raisedAt > overBy) continue;
      const { heldAt } = await answers.asking().read(people, personId);
      yield { personId, recordId: notificationId, since: raisedAt, held: heldAt !== undefined };
    }
    cursor = page.next;
  } while (cursor !== undefined);
}
