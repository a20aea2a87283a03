import { Recent } from './recent.js';

describe('What was used last', () => {
  const recent = new Recent<string, number>(2);
  beforeEach(() => {
    recent.clear();
    recent.set('a', 1);
    recent.set('b', 2);
  });
  const left = () => ['a', 'b', 'c'].map((key) => recent.get(key));

  it('takes the place of what was not for longest', () => {
    recent.get('a');
    recent.set('c', 3);
    expect(left()).toEqual([1, undefined, 3]);
  });

  it('is there once, as it was set last', () => {
    recent.set('a', 4);
    recent.set('c', 3);
    expect(left()).toEqual([4, undefined, 3]);
  });

  it('is gone where it was deleted', () => {
    recent.delete('a');
    recent.set('c', 3);
    expect(left()).toEqual([undefined, 2, 3]);
  });
});
