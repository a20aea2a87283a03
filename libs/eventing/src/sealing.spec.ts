import { Rejection, type Sealed } from '@pm/kernel';
import { MemoryKeys } from './memory/index.js';
import { fingerprint, opened, openedFor, seal, sealFor, unseal } from './sealing.js';

const [key, otherKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const place = { eventId: '01890a5d-ac96-774b-bcce-b302099a8057', field: 'text' };
const sealed = (text: string) => seal(text, 'ada', key, place);

describe('A sealed text', () => {
  it.each(['', 'well done', 'Zoë 👩‍👩‍👧 \0', 'x'.repeat(100_000)])('opens to what it was', (text) =>
    expect(unseal(sealed(text), key)).toBe(text),
  );

  it('names the person and shows nothing of the text', () => {
    const { sealedFor, box } = sealed('well done');
    expect(sealedFor).toBe('ada');
    expect(Buffer.from(box, 'base64url').includes('well')).toBe(false);
  });

  it('is equal to the byte when the same event is sealed again', () =>
    expect(sealed('well done')).toEqual(sealed('well done')));

  it('differs from field to field, event to event and person to person', () => {
    const boxes = [
      sealed('well done'),
      seal('well done', 'ada', key, { ...place, field: 'note' }),
      seal('well done', 'ada', key, { ...place, eventId: '01890a5d-ac96-774b-bcce-b302099a8058' }),
      seal('well done', 'ada', otherKey, place),
    ].map(({ box }) => box.slice(0, 16));
    expect(new Set(boxes).size).toBe(boxes.length);
  });

  it('opens with no other key', () => expect(() => unseal(sealed('well done'), otherKey)).toThrow());

  it('does not open once any byte of it changed, or was cut off', () => {
    const bytes = Buffer.from(sealed('well done').box, 'base64url');
    const opening = (box: Buffer) => () => unseal({ sealedFor: 'ada', box: box.toString('base64url') }, key);
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      expect(opening(changed)).toThrow();
      expect(opening(bytes.subarray(0, index))).toThrow();
    }
  });
});

describe('Sealing for a person', () => {
  it('makes their key at first use', async () => {
    const keys = new MemoryKeys();
    const box = await sealFor(keys, 'well done', 'ada', place);
    expect(await opened(keys, box)).toBe('well done');
  });

  it('leaves alone what is sealed already', async () => {
    const box = sealed('well done');
    expect(await sealFor(new MemoryKeys(), box, 'grace', place)).toBe(box);
  });

  it('is refused once they were erased', async () => {
    const keys = new MemoryKeys();
    await keys.destroy('ada');
    await expect(sealFor(keys, 'well done', 'ada', place)).rejects.toMatchObject({
      code: 'person-erased',
      context: { person: 'ada' },
    });
  });
});

describe('A document', () => {
  const keys = new MemoryKeys();
  const sealing = (text: string, person: string) => sealFor(keys, text, person, { ...place, field: text });

  it('opens wherever it holds sealed text', async () => {
    const document = {
      title: 'Review',
      notes: [await sealing('calm', 'ada'), { by: 'grace', text: await sealing('quick', 'grace') }],
      none: null,
      count: 0,
    };
    expect(await opened(keys, document)).toEqual({
      title: 'Review',
      notes: ['calm', { by: 'grace', text: 'quick' }],
      none: null,
      count: 0,
    });
  });

  it('is not changed by opening it', async () => {
    const document = { text: await sealing('calm', 'ada') };
    const before = structuredClone(document);
    await opened(keys, document);
    expect(document).toEqual(before);
  });

  it('shows null for a person who was erased, and the text of others', async () => {
    const document = { of: await sealing('leaving', 'hedy'), text: await sealing('staying', 'ada') };
    await keys.destroy('hedy');
    expect(await opened(keys, document)).toEqual({ of: null, text: 'staying' });
  });

  it('shows of one person what is theirs alone, where only that is asked for', async () => {
    const document = { of: await sealing('quick', 'grace'), text: await sealing('calm', 'ada') };
    expect(await openedFor(keys, 'ada', document)).toEqual({ of: null, text: 'calm' });
    expect(await openedFor(keys, 'hedy', document)).toEqual({ of: null, text: null });
  });

  it('shows null for a person who never had a key, and makes none', async () => {
    const unknown: Sealed = { sealedFor: 'nobody', box: sealed('lost').box };
    expect(await opened(keys, { unknown })).toEqual({ unknown: null });
    expect(await keys.existingKey('nobody')).toBe(undefined);
  });

  it('does not open where sealed text was passed off as another person’s', async () => {
    await keys.keyFor('grace');
    const moved = { ...(await sealing('calm', 'ada')), sealedFor: 'grace' };
    await expect(opened(keys, { moved })).rejects.toThrow();
  });
});

describe('A fingerprint', () => {
  it('is the same for the same text of the same person only', async () => {
    const keys = new MemoryKeys();
    const first = await fingerprint(keys, 'text', 'ada');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint(keys, 'text', 'ada')).toBe(first);
    expect(await fingerprint(keys, 'text ', 'ada')).not.toBe(first);
    expect(await fingerprint(keys, 'text', 'grace')).not.toBe(first);
  });

  it('cannot be made for a person who was erased', async () => {
    const keys = new MemoryKeys();
    await keys.destroy('ada');
    await expect(fingerprint(keys, 'text', 'ada')).rejects.toThrow(Rejection);
  });
});
