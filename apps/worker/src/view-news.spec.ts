import { ViewNews } from './view-news.js';

describe('News of views', () => {
  it('are told once when a view begins to fail, and when it goes on', () => {
    const told: string[] = [];
    const news = new ViewNews((text) => told.push(text));
    const [goals, units] = ['goal-tree', 'unit-tree'].map((view) => ({ view, reason: 'MongoDB is away' }));
    news.tell([goals!]);
    news.tell([goals!, units!]);
    expect(told).toEqual(['goal-tree: MongoDB is away', 'unit-tree: MongoDB is away']);
    news.tell([units!]);
    news.tell([]);
    expect(told.slice(2)).toEqual(['goal-tree: well again', 'unit-tree: well again']);
  });
});
