import { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Json } from '../../toolkit/untyped';

export interface WorkGroup {
  readonly name: string;
  readonly arn: string;
  description: string | undefined;
  state: 'ENABLED' | 'DISABLED';
  configuration: Json;
  readonly tags: Map<string, string>;
}

export interface NamedQuery {
  readonly id: string;
  readonly workgroup: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly database: string;
  readonly sql: string;
}

/** The workgroup that every account has in every region, and that nobody can delete. */
export const primary = 'primary';

/** Workgroups and saved queries of every account and region. */
export class AthenaState {
  readonly workgroups = new Store<WorkGroup>();
  readonly queries = new Store<NamedQuery>();

  find(account: string, region: string, name: string): WorkGroup {
    const known = this.workgroups.get(account, region, name);
    if (known) return known;
    if (name !== primary) throw invalid(`WorkGroup ${name} is not found.`);
    return this.add(account, region, { name, description: undefined, configuration: {}, tags: new Map() });
  }

  add(account: string, region: string, made: Omit<WorkGroup, 'arn' | 'state'>): WorkGroup {
    const arn = `arn:aws:athena:${region}:${account}:workgroup/${made.name}`;
    return this.workgroups.set({ ...made, arn, state: 'ENABLED' }, account, region, made.name);
  }

  /** Saved queries of one workgroup. */
  queriesIn(account: string, region: string, workgroup: string): NamedQuery[] {
    return this.queries.list(account, region).filter((query) => query.workgroup === workgroup);
  }

  forget(account: string): void {
    for (const store of [this.workgroups, this.queries])
      for (const [key] of store.entries()) if (key[0] === account) store.delete(...key);
  }
}

/** Athena's one error for whatever a caller got wrong. */
export const invalid = (message: string): AwsError =>
  new AwsError('InvalidRequestException', message, 400, { AthenaErrorCode: 'INVALID_INPUT' });

/** Refuses text that is shorter or longer than the API says. */
export function checkLength(member: string, text: unknown, [least, most]: readonly [number, number]): void {
  const length = typeof text === 'string' ? text.length : 0;
  if (length < least || length > most)
    throw invalid(`${member} has ${length} characters, and must have ${least} to ${most}.`);
}
