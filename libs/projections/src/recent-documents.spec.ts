import { RecentDocuments } from './recent-documents.js';

/** Of four values: itself, its id, what it holds, and what that holds. */
const card = (id: string, title = 'a') => ({ id, own: { title } });

describe('Recent documents', () => {
  it('are those used last, as many as there is room for', () => {
    const recent = new RecentDocuments<object, object>(8);
    recent.set('a', card('a'));
    recent.set('b', card('b'));
    recent.get('a');
    recent.set('c', card('c'));
    expect(['a', 'b', 'c'].map((id) => recent.get(id)?.id)).toEqual(['a', undefined, 'c']);
  });

  it('take the place of what they were before', () => {
    const recent = new RecentDocuments<object, object>(8);
    recent.set('a', card('a'));
    recent.set('b', card('b'));
    recent.set('a', card('a', 'b'));
    expect([recent.get('a'), recent.get('b')]).toEqual([card('a', 'b'), card('b')]);
  });

  it('hold none that has no room', () => {
    const recent = new RecentDocuments<object, object>(3);
    recent.set('a', card('a'));
    expect(recent.get('a')).toBeUndefined();
  });

  it('are none once they are cleared', () => {
    const recent = new RecentDocuments<object, object>(4);
    recent.set('a', card('a'));
    recent.clear();
    recent.set('b', card('b'));
    expect([recent.get('a'), recent.get('b')?.id]).toEqual([undefined, 'b']);
  });
});
