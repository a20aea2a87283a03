import { toDocument, toRow } from './document-form.js';

const CARDS = { view: 'cards', revision: 3, indexes: ['owner', 'title'] };

describe('A document in MongoDB', () => {
  it('stands as JSON, with position and revision, and what lists look for beside it', () => {
    const card = { id: 'churn', own: { owner: 'ada', values: [2.5] }, sum: { goals: '3' } };
    expect(toRow(card, CARDS, 'p7')).toEqual({
      _id: 'churn',
      own: '{"owner":"ada","values":[2.5]}',
      sum: '{"goals":"3"}',
      i: { owner: 'ada', title: '' },
      _p: 'p7',
      _r: 3,
    });
    expect(toDocument(toRow(card, CARDS, 'p7'))).toEqual(card);
  });

  it('leaves its place and position behind where it was removed', () => {
    expect(toRow({ id: 'churn' }, CARDS, 'p8')).toEqual({ _id: 'churn', _p: 'p8', _r: 3 });
  });

  it('is in no list while only its sums are known', () => {
    expect(toRow({ id: 'unborn', sum: { goals: '1' } }, CARDS, 'p7')).not.toHaveProperty('i');
  });

  it('keeps names that would mean something to the server, and their order', () => {
    const names = ['value 2024-03 v1.2', '$set', 'a.b', '__proto__', '10', ''];
    const own = JSON.parse(`{${names.map((name, at) => `${JSON.stringify(name)}:${at}`).join()}}`) as object;
    const again = toDocument(toRow({ id: 'kpi', own }, CARDS, 'p7')).own;
    expect(JSON.stringify(again)).toBe(JSON.stringify(own));
  });
});
