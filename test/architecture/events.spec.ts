import { readFileSync } from 'node:fs';
import { catalogue, UNPROJECTED, views } from '@pm/assembly';

const file = new URL('./catalogue.json', import.meta.url);
const projected = new Set(views.flatMap(({ handles }) => handles));
const storedNames = Object.keys(catalogue.snapshot());
const types = storedNames.map((name) => catalogue.typeOf(name)!);

describe('Every event type', () => {
  it('is shown by a view or listed as unprojected', () =>
    expect(types.filter((type) => !projected.has(type) && !UNPROJECTED.includes(type))).toEqual([]));

  it('is listed as unprojected only where no view shows it', () =>
    expect(UNPROJECTED.filter((type) => projected.has(type) || !types.includes(type))).toEqual([]));

  it('that a view handles is in the catalogue, and named once', () => {
    for (const { name, handles } of views) {
      expect([name, handles.filter((type) => !types.includes(type))]).toEqual([name, []]);
      expect([name, new Set(handles).size]).toEqual([name, handles.length]);
    }
  });

  it('has a stored name of its own, throughline.<context>.<Type>', () => {
    expect(new Set(storedNames).size).toBe(types.length);
    for (const name of storedNames) expect(name).toMatch(/^throughline\.[a-z]+\.[A-Z][A-Za-z]+$/);
  });

  it('is stored as ever: what is in the log cannot be renamed, unsealed or reshaped', () => {
    const today = catalogue.snapshot();
    try {
      expect(today).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    } catch (difference) {
      const text = JSON.stringify(today, undefined, 2);
      const advice = `Events are API. New types and versions (with an upcaster and a stream in test/history) are added to test/architecture/catalogue.json; nothing there is changed or removed. It would now be:\n${text}`;
      throw new Error(`${(difference as Error).message}\n\n${advice}`, { cause: difference });
    }
  });
});

describe('Every view', () => {
  it('has a name of its own', () => expect(new Set(views.map(({ name }) => name)).size).toBe(views.length));
});
