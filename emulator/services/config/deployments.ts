import { arnOf } from '../../toolkit/arn';
import type { Call, Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { type Leftover, leftIn, Store } from '../../toolkit/store';
import { multiAccountSetup, requireAdministrator, requireAdministratorAndTrust } from './organization';
import { type ConfigState, describe, find } from './state';

/** What became of a deployment in one account. */
export interface Outcome {
  readonly state: 'SUCCESSFUL' | 'FAILED' | 'IN_PROGRESS';
  readonly failure?: AwsError;
}

/** What a request for a deployment of any kind can say. */
interface AnyWish {
  readonly ExcludedAccounts?: readonly string[] | undefined;
}

/** Something that the organization's administrator put into the accounts of the organization, in one region. */
export interface Deployment<Wish extends AnyWish = AnyWish> {
  readonly arn: string;
  readonly region: string;
  /** The name that it has in the accounts. */
  readonly deployedName: string;
  readonly wish: Wish;
  /** Puts it into one account under a name, or throws what went wrong there. */
  readonly install: (scope: Scope, deployedName: string) => Promise<void>;
  readonly verb: 'CREATE' | 'UPDATE';
  readonly outcomes: Map<string, Outcome>;
  readonly updated: number;
}

/** What one kind of deployment has of its own. */
export interface Kind {
  /** The type in the ARN: `organization-conformance-pack`. */
  readonly type: string;
  /** What the name in the accounts starts with. */
  readonly prefix: string;
  readonly missing: () => AwsError;
  readonly tooMany: { readonly limit: number; readonly error: () => AwsError };
  /** Takes it out of one account. */
  remove(scope: Scope, deployedName: string): void;
}

/** Deployments of one kind; each is known only to the account that made it. */
export class Deployments<Wish extends AnyWish> {
  private readonly store = new Store<Deployment<Wish>>();

  constructor(
    private readonly state: ConfigState,
    private readonly kind: Kind,
  ) {
    const { organization } = state.world;
    organization.onJoin((account) => this.awaitRecorder(account));
    organization.onLeave((account) => this.forget(account));
  }

  /** Deploys to every active account that is not excluded, and takes it out of those that are now. */
  async put(call: Call<Wish>, name: string, install: Deployment['install']): Promise<Deployment<Wish>> {
    const { account, region, input: wish } = call;
    requireAdministratorAndTrust(this.state.world, account, multiAccountSetup);
    const current = this.store.get(account, region, name);
    const { limit, error } = this.kind.tooMany;
    if (current === undefined && this.store.list(account, region).length >= limit) throw error();
    const suffix = this.state.world.newId(8);
    const deployment: Deployment<Wish> = {
      arn: current?.arn ?? arnOf('config', call, `${this.kind.type}/${name}-${suffix}`),
      region,
      deployedName: current?.deployedName ?? `${this.kind.prefix}-${name}-${suffix}`,
      wish,
      install,
      verb: current === undefined ? 'CREATE' : 'UPDATE',
      outcomes: new Map(),
      updated: this.state.world.clock.seconds(),
    };
    const targets = this.targets(wish.ExcludedAccounts);
    for (const former of current?.outcomes.keys() ?? [])
      if (!targets.includes(former)) this.kind.remove({ account: former, region }, deployment.deployedName);
    this.store.set(deployment, account, region, name);
    for (const target of targets) await this.install(target, deployment);
    return deployment;
  }

  /** Those of the caller by name, or all; a name that is not there is an error. */
  describe(scope: Scope, names: readonly string[] | undefined): Deployment<Wish>[] {
    requireAdministrator(this.state.world, scope.account, multiAccountSetup);
    return describe(this.store, scope, names, this.kind.missing);
  }

  find(scope: Scope, name: string | undefined): Deployment<Wish> {
    requireAdministrator(this.state.world, scope.account, multiAccountSetup);
    return find(this.store, scope, name, this.kind.missing);
  }

  /** Takes the deployment out of every account that has it. */
  delete(scope: Scope, name: string): void {
    const deployment = this.find(scope, name);
    for (const account of deployment.outcomes.keys())
      this.kind.remove({ region: scope.region, account }, deployment.deployedName);
    this.store.delete(scope.account, scope.region, name);
  }

  /** Installs what an account that joined has waited for: AWS Config tries again once a recorder runs. */
  async resume({ account, region }: Scope): Promise<void> {
    for (const deployment of this.store.list()) {
      const waits = deployment.outcomes.get(account)?.state === 'IN_PROGRESS';
      if (waits && deployment.region === region) await this.install(account, deployment);
    }
  }

  /** What nobody deleted, as `<region> <type> <name>` per administrator. */
  leftovers(): Leftover[] {
    return leftIn(this.store, this.kind.type);
  }

  private async install(account: string, deployment: Deployment): Promise<void> {
    try {
      await deployment.install({ account, region: deployment.region }, deployment.deployedName);
      deployment.outcomes.set(account, { state: 'SUCCESSFUL' });
    } catch (failure) {
      if (!(failure instanceof AwsError)) throw failure;
      deployment.outcomes.set(account, { state: 'FAILED', failure });
    }
  }

  private targets(excluded: readonly string[] = []): string[] {
    return this.state.world.organization
      .accounts()
      .filter(({ id, status }) => status === 'ACTIVE' && !excluded.includes(id))
      .map(({ id }) => id);
  }

  private awaitRecorder(account: string): void {
    for (const { wish, outcomes } of this.store.list())
      if (!wish.ExcludedAccounts?.includes(account)) outcomes.set(account, { state: 'IN_PROGRESS' });
  }

  private forget(account: string): void {
    for (const deployment of this.store.list()) {
      this.kind.remove({ account, region: deployment.region }, deployment.deployedName);
      deployment.outcomes.delete(account);
    }
  }
}
