/**
 * What one context asks and another answers, so that neither imports the other: ids cross, objects don't.
 * The owning context answers it; a command's facts ask it.
 */
export interface Question<Args extends object, Answer> {
  readonly name: string;
  readonly args?: Args;
  readonly answer?: Answer;
}

export const question = <Args extends object, Answer>(name: string): Question<Args, Answer> => ({ name });
