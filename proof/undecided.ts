/** Why nothing can be said of a statement: it has something that is not encoded, or would take too long. */
export class Undecided extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Undecided';
  }
}
