import { getMetadataStorage, IsOptional, Length, validate } from 'class-validator';
import { rememberRules } from './remembered-rules.js';

class Named {
  @Length(1, 5)
  name!: string;
}

class Titled extends Named {
  @IsOptional()
  @Length(1, 5)
  title?: string;
}

const wrong = async (input: object) => (await validate(input)).map(({ property }) => property).sort();

describe('Rules that are remembered', () => {
  beforeAll(() => {
    rememberRules();
    rememberRules();
  });

  it('are those of a class and of what it extends, each time', async () => {
    for (let time = 0; time < 2; time++) {
      expect(await wrong(Object.assign(new Titled(), { name: '', title: 'too long' }))).toEqual([
        'name',
        'title',
      ]);
      expect(await wrong(Object.assign(new Titled(), { name: 'Ada' }))).toEqual([]);
      expect(await wrong(Object.assign(new Named(), { name: 'too long' }))).toEqual(['name']);
    }
  });

  it('are looked for once', () => {
    const rules = () => getMetadataStorage().getTargetValidationMetadatas(Titled, '', false, false);
    expect(rules()).toBe(rules());
  });
});
