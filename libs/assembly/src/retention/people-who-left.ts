import type { PersonId } from '@pm/kernel';
import { erasePersonCommand, ListPeople, people } from '@pm/organisation';
import type { Product } from '../jobs/product.js';
import type { Expired, Records, RuleInForce } from './records.js';

const PEOPLE_AT_ONCE = 200;

/** Whoever left is erased, as by hand; whoever follows the log for erasures destroys their keys. */
export const peopleWhoLeft: Records = {
  expired,
  end: async ({ personId }, rule, { product, context }) => {
    const { name, version, overBy } = rule;
    const request = {
      personId: personId as PersonId,
      input: { reason: 'no-longer-needed' as const },
      rule: { name, version, leftBy: overBy },
    };
    const { recorded } = await product.commands.execute(erasePersonCommand.of(request, context));
    return recorded > 0;
  },
};

async function* expired({ overBy }: RuleInForce, { queries, answers }: Product): AsyncGenerator<Expired> {
  let cursor: string | undefined;
  do {
    const query = new ListPeople({ limit: PEOPLE_AT_ONCE, cursor }, { asOf: answers.now() });
    const page = await queries.execute(query);
    for (const { personId, number, leftAt, erasedAt } of page.people) {
      if (leftAt === undefined || leftAt > overBy || erasedAt !== undefined) continue;
      // Everyone may read the view: it shows no holds.
      const { heldAt } = await answers.asking().read(people, personId);
      yield { personId, number, since: leftAt, held: heldAt !== undefined };
    }
    cursor = page.next;
  } while (cursor !== undefined);
}
