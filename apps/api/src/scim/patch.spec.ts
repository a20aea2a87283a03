import { namedId } from '@pm/eventing';
import { patched } from './patch.js';
import { saidIn } from './said-of-user.js';
import { SCHEMAS } from './schemas.js';

const ENTERPRISE = SCHEMAS.enterprise;
const grace = namedId('person', 'number', '1');

/** What the operations say, without what they say nothing of. */
const says = (...Operations: unknown[]) =>
  Object.fromEntries(
    Object.entries(saidIn(patched({ Operations }))).filter(([, each]) => each !== undefined),
  );

describe('A patch of SCIM', () => {
  it.each<[string, object]>([
    ['by its path', { op: 'replace', path: 'active', value: false }],
    ['without a path', { op: 'replace', value: { active: false } }],
    ['as text', { op: 'Replace', path: 'active', value: 'False' }],
    ['by the whole path', { op: 'REPLACE', path: `${SCHEMAS.user}:Active`, value: 'false' }],
  ])('says whether a user is active: %s', (_, operation) =>
    expect(says(operation)).toEqual({ active: false }),
  );

  it.each<[string, object]>([
    ['an id', { op: 'add', path: `${ENTERPRISE}:manager`, value: grace }],
    ['a number', { op: 'replace', path: `${ENTERPRISE}:manager`, value: '1' }],
    ['a list', { op: 'Add', path: `${ENTERPRISE}:manager`, value: [{ $ref: '../Users/1', value: grace }] }],
    ['an object', { op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: grace } }],
    ['its own path', { op: 'replace', path: `${ENTERPRISE}:manager.value`, value: grace }],
    ['the extension', { op: 'replace', path: ENTERPRISE, value: { manager: { value: grace } } }],
    ['a path as a field', { op: 'add', value: { [`${ENTERPRISE}:manager`]: grace } }],
    ['the extension as a field', { op: 'add', value: { [ENTERPRISE]: { manager: { value: grace } } } }],
  ])('says who leads a user, by %s', (_, operation) => expect(says(operation)).toEqual({ managerId: grace }));

  it.each<[string, object]>([
    ['removed', { op: 'remove', path: `${ENTERPRISE}:manager` }],
    ['removed by its part', { op: 'Remove', path: `${ENTERPRISE}:manager.value` }],
    ['null', { op: 'replace', path: `${ENTERPRISE}:manager`, value: null }],
    ['an empty text', { op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: '' } }],
  ])('says that nobody does: %s', (_, operation) => expect(says(operation)).toEqual({ managerId: null }));

  it('takes the name as shown before the one as written, and that before its parts', () => {
    const parts = { op: 'replace', path: 'name', value: { givenName: 'Ada', familyName: 'King' } };
    const written = { op: 'replace', path: 'name.formatted', value: 'Ada Lovelace' };
    expect(says(parts)).toEqual({ name: 'Ada King' });
    expect(says(parts, written)).toEqual({ name: 'Ada Lovelace' });
    const shown = { op: 'add', value: { displayName: 'Ada' } };
    expect(says(shown, parts, written)).toEqual({ name: 'Ada' });
    expect(says({ op: 'replace', path: 'name.givenName', value: 'Ada' })).toEqual({});
  });

  it('says the last of two things said of the same', () =>
    expect(
      says({ op: 'replace', path: 'active', value: true }, { op: 'replace', path: 'active', value: false }),
    ).toEqual({ active: false }));

  it('says nothing by what is not kept', () =>
    expect(
      says(
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'ada@example.org' },
        { op: 'remove', path: 'title' },
        { op: 'add', value: { phoneNumbers: [], toString: 1, externalId: '00u1' } },
      ),
    ).toEqual({}));
});
