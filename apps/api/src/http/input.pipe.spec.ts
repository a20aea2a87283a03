import { InputPipe } from './input.pipe.js';
import { InvalidInput } from './invalid-input.js';
import { MomentQuery } from './moment.query.js';
import { PageQuery } from './page.query.js';

const QUERY = { type: 'query', metatype: MomentQuery } as const;

describe('A query that came before', () => {
  const pipe = new InputPipe();

  it('comes out as it did', async () => {
    const first = await pipe.transform({ asOf: '2026-03-03' }, QUERY);
    expect(first).toBeInstanceOf(MomentQuery);
    expect(await pipe.transform({ asOf: '2026-03-03' }, QUERY)).toBe(first);
    expect(await pipe.transform({ asOf: '2026-03-04' }, QUERY)).toMatchObject({ asOf: '2026-03-04' });
  });

  it('is refused as it was', async () => {
    for (let time = 0; time < 2; time++)
      await expect(pipe.transform({ asOff: '2026-03-03' }, QUERY)).rejects.toThrow(InvalidInput);
  });

  it('is another one for another route', async () => {
    await pipe.transform({ asKnownAt: '2026-03-03' }, QUERY);
    await expect(
      pipe.transform({ asKnownAt: '2026-03-03' }, { type: 'query', metatype: PageQuery }),
    ).rejects.toThrow(InvalidInput);
  });

  it('cannot be changed by whoever reads it', async () => {
    expect(Object.isFrozen(await pipe.transform({}, QUERY))).toBe(true);
  });
});
