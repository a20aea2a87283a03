/** Who asks may not do this. */
export class Forbidden extends Error {
  constructor() {
    super('Your roles do not allow this.');
    this.name = 'Forbidden';
  }
}
