/** What somebody does to an account by hand, and what `verify` must name of it. */
export interface Fault {
  /** What was done, as a sentence goes on behind "finds that". */
  readonly what: string;
  /** The finding that must say so: it also says in which account and region the command runs. */
  readonly at: string;
  /** Behind `aws`: `{name}` stands for an attribute of the finding, and `{finding:name}` for one of another. */
  readonly aws: string;
  /** The last argument, where it is a document. */
  readonly document?: object;
  /** How the path of the deviation begins. Where the whole thing is gone, it is the type. */
  readonly field: string;
  /** What takes it back where no deployment does, as the finding says. @default - a deployment does */
  readonly mend?: string;
}

/** The region of what is broken. */
export const region = 'eu-central-1';

export const policyOf = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
