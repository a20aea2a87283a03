import { validate, version } from 'uuid';
import { newId } from './ids.js';

describe('A new id', () => {
  it('is another one each time, and sorts as it was made', () => {
    const ids = Array.from({ length: 5000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('is of version 7, random beyond its time', () => {
    const [one, other] = [newId(), newId()];
    expect([validate(one), version(one)]).toEqual([true, 7]);
    expect(one.slice(-11)).not.toBe(other.slice(-11));
  });
});
