/** Answers that stay true until something is written: policies, owners, ARNs. Kept by service and account. */
export class PolicyCache {
  private readonly kept = new Map<string, Map<string, Promise<unknown>>>();

  /** The answer kept under a name, or the one that `load` finds; a failure is not kept. */
  get<T>(drawer: string, name: string, load: () => Promise<T>): Promise<T> {
    const answers = this.kept.get(drawer) ?? new Map<string, Promise<unknown>>();
    this.kept.set(drawer, answers);
    const known = answers.get(name);
    if (known !== undefined) return known as Promise<T>;
    const answer = load();
    answers.set(name, answer);
    answer.catch(() => answers.delete(name));
    return answer;
  }

  /** Forgets an answer, or all of a drawer. */
  forget(drawer: string, name?: string): void {
    if (name === undefined) this.kept.delete(drawer);
    else this.kept.get(drawer)?.delete(name);
  }
}
