import { declareEvents } from './declaration.js';
import type { Event } from './event.js';
import type { PersonalText } from './personal.js';

type Praised = Event<'Praised', { personId: string; text: PersonalText }>;
type Closed = Event<'Closed', { on: string }>;

const closed = { schemaVersion: 1 };

describe('The events of a context', () => {
  it('are declared by name, with what of them is personal and about whom', () => {
    const types = {
      Praised: { schemaVersion: 2, personal: { text: 'data.personId' }, reasonAbout: 'data.personId' },
      Closed: closed,
    } as const;
    expect(declareEvents<Praised | Closed>()('coaching', types)).toEqual({ context: 'coaching', types });
  });

  it('do not compile where one is missing, or where a field or a subject is none of its data', () => {
    const declare = declareEvents<Praised | Closed>();
    const declarations = [
      // @ts-expect-error Praised is missing
      declare('coaching', { Closed: closed }),
      declare('coaching', {
        // @ts-expect-error `words` is no field of Praised
        Praised: { schemaVersion: 1, personal: { words: 'actor' } },
        Closed: closed,
      }),
      declare('coaching', {
        // @ts-expect-error `data.who` is no field of Praised
        Praised: { schemaVersion: 1, personal: { text: 'data.who' } },
        Closed: closed,
      }),
    ];
    expect(declarations).toHaveLength(3);
  });
});
