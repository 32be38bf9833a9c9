/** Answers that stay true until something is written: policies, owners, ARNs. Kept by service and account. */
export class PolicyCache {
  private readonly kept = new Map<string, Map<string, Promise<unknown>>>();

  /**
   * The answer kept under a name, or the one that `load` finds. Neither a failure is kept nor that something is missing: what is made
   * in the course of another call, as the access role of a new account is, would never be found.
   */
  get<T>(drawer: string, name: string, load: () => Promise<T>): Promise<T> {
    const answers = this.kept.get(drawer) ?? new Map<string, Promise<unknown>>();
    this.kept.set(drawer, answers);
    const known = answers.get(name);
    if (known !== undefined) return known as Promise<T>;
    const answer = load();
    answers.set(name, answer);
    const forgetOwn = () => answers.get(name) === answer && answers.delete(name);
    answer.then((found) => found === undefined && forgetOwn(), forgetOwn);
    return answer;
  }

  /** Forgets an answer, or all of a drawer. */
  forget(drawer: string, name?: string): void {
    if (name === undefined) this.kept.delete(drawer);
    else this.kept.get(drawer)?.delete(name);
  }
}
