import type { EventDeclarations } from '@pm/kernel';
import { Catalogue, type Upcast } from './catalogue.js';

const measurement = (schemaVersion: number): EventDeclarations => ({
  context: 'measurement',
  types: { KpiDefined: { schemaVersion, personal: { note: 'actor' } } },
});
const coaching: EventDeclarations = { context: 'coaching', types: { Praised: { schemaVersion: 1 } } };

const twoUpcasts: readonly Upcast[] = [
  { type: 'KpiDefined', from: 2, upcast: (data) => ({ ...data, unit: 'percent' }) },
  { type: 'KpiDefined', from: 1, upcast: (data) => ({ ...data, decimals: 1 }) },
];

describe('The catalogue', () => {
  it('names stored types by context, and finds them by that name', () => {
    const catalogue = new Catalogue([measurement(1), coaching]);
    expect(catalogue.storedName('Praised')).toBe('throughline.coaching.Praised');
    expect(catalogue.typeOf('throughline.coaching.Praised')).toBe('Praised');
    expect(catalogue.declarationOf('KpiDefined').personal).toEqual({ note: 'actor' });
  });

  it('knows no stored name that was not declared', () => {
    const catalogue = new Catalogue([coaching]);
    expect(catalogue.typeOf('throughline.measurement.KpiDefined')).toBe(undefined);
    expect(catalogue.typeOf('Praised')).toBe(undefined);
    expect(catalogue.typeOf('constructor')).toBe(undefined);
  });

  it('refuses to name an event that was not declared', () =>
    expect(() => new Catalogue([coaching]).storedName('KpiDefined')).toThrow(
      'the event KpiDefined is in no catalogue',
    ));

  it('refuses two contexts with one event', () =>
    expect(() => new Catalogue([coaching, { ...coaching, context: 'reviews' }])).toThrow(
      'two contexts declare the event Praised',
    ));

  it('leaves data of the current version as it is', () => {
    const data = { name: 'Churn' };
    expect(new Catalogue([measurement(3)], twoUpcasts).upcast('KpiDefined', 3, data)).toBe(data);
  });

  it('brings data of any older version to the current one, step by step', () => {
    const catalogue = new Catalogue([measurement(3)], twoUpcasts);
    const upcast = (version: number) => catalogue.upcast('KpiDefined', version, { name: 'Churn' });
    expect(upcast(1)).toEqual({ name: 'Churn', decimals: 1, unit: 'percent' });
    expect(upcast(2)).toEqual({ name: 'Churn', unit: 'percent' });
  });

  it('refuses a version that is newer than the code', () =>
    expect(() => new Catalogue([coaching]).upcast('Praised', 2, {})).toThrow(
      'Praised is stored in version 2, which is newer than this code: update it',
    ));

  it.each([
    [1, 'KpiDefined has no upcaster from 2'],
    [0, 'KpiDefined has no upcaster from 1'],
  ])('refuses a type of version 3 with an upcaster from %i only', (index, message) =>
    expect(() => new Catalogue([measurement(3)], [twoUpcasts[index]!])).toThrow(message),
  );

  it('refuses two upcasters from one version', () =>
    expect(() => new Catalogue([measurement(3)], [...twoUpcasts, twoUpcasts[0]!])).toThrow(
      'KpiDefined has two upcasters from 2',
    ));

  it('shows what must not change silently, by stored name', () =>
    expect(Object.entries(new Catalogue([measurement(1), coaching]).snapshot())).toEqual([
      ['throughline.coaching.Praised', { schemaVersion: 1 }],
      ['throughline.measurement.KpiDefined', { schemaVersion: 1, personal: { note: 'actor' } }],
    ]));
});
