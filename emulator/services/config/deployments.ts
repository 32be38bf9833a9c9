import { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import { MULTI_ACCOUNT_SETUP, requireAdministrator, requireAdministratorAndTrust } from './organization';
import { type ConfigState, configArn, describe, now, type Place } from './state';

/** What became of a deployment in one account. */
export interface Outcome {
  readonly state: 'SUCCESSFUL' | 'FAILED' | 'IN_PROGRESS';
  readonly failure?: AwsError;
}

/** Something that the organization's administrator put into the accounts of the organization, in one region. */
export interface Deployment {
  readonly arn: string;
  readonly region: string;
  /** The name that it has in the accounts. */
  readonly deployedName: string;
  readonly input: Json;
  /** Puts it into one account under a name, or throws what went wrong there. */
  readonly install: (place: Place, deployedName: string) => Promise<void>;
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
  remove(place: Place, deployedName: string): void;
}

/** Deployments of one kind; each is known only to the account that made it. */
export class Deployments {
  private readonly store = new Store<Deployment>();

  constructor(
    private readonly state: ConfigState,
    private readonly kind: Kind,
  ) {
    const { organization } = state.world;
    organization.onJoin((account) => this.awaitRecorder(account));
    organization.onLeave((account) => this.forget(account));
  }

  /** Deploys to every active account that is not excluded, and takes it out of those that are now. */
  async put(call: Call, name: string, install: Deployment['install']): Promise<Deployment> {
    const { account, region, input } = call;
    requireAdministratorAndTrust(this.state.world, account, MULTI_ACCOUNT_SETUP);
    const current = this.store.get(account, region, name);
    const { limit, error } = this.kind.tooMany;
    if (current === undefined && this.store.list(account, region).length >= limit) throw error();
    const suffix = this.state.world.newId(8);
    const deployment: Deployment = {
      arn: current?.arn ?? configArn(call, `${this.kind.type}/${name}-${suffix}`),
      region,
      deployedName: current?.deployedName ?? `${this.kind.prefix}-${name}-${suffix}`,
      input,
      install,
      verb: current === undefined ? 'CREATE' : 'UPDATE',
      outcomes: new Map(),
      updated: now(),
    };
    const targets = this.targets(input.ExcludedAccounts);
    for (const former of current?.outcomes.keys() ?? []) {
      if (!targets.includes(former)) this.kind.remove({ account: former, region }, deployment.deployedName);
    }
    this.store.set(deployment, account, region, name);
    for (const target of targets) await this.install(target, deployment);
    return deployment;
  }

  /** Those of the caller by name, or all; a name that is not there is an error. */
  describe(call: Call, names: readonly string[] | undefined): Deployment[] {
    requireAdministrator(this.state.world, call.account, MULTI_ACCOUNT_SETUP);
    return describe(this.store, call, names, this.kind.missing);
  }

  find(call: Call, name: string): Deployment {
    const [deployment] = this.describe(call, [name]);
    if (deployment === undefined) throw this.kind.missing();
    return deployment;
  }

  /** Takes the deployment out of every account that has it. */
  delete(call: Call, name: string): void {
    const deployment = this.find(call, name);
    for (const account of deployment.outcomes.keys()) {
      this.kind.remove({ region: call.region, account }, deployment.deployedName);
    }
    this.store.delete(call.account, call.region, name);
  }

  /** Installs what an account that joined has waited for: AWS Config tries again once a recorder runs. */
  async resume({ account, region }: Place): Promise<void> {
    for (const deployment of this.store.list()) {
      const waits = deployment.outcomes.get(account)?.state === 'IN_PROGRESS';
      if (waits && deployment.region === region) await this.install(account, deployment);
    }
  }

  /** What nobody deleted, as `<region> <type> <name>` per administrator. */
  leftovers(): { account: string; resource: string }[] {
    return this.store.entries().map(([[account = '', region, name]]) => ({
      account,
      resource: `${region} ${this.kind.type} ${name}`,
    }));
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
    for (const { input, outcomes } of this.store.list()) {
      if (!input.ExcludedAccounts?.includes(account)) outcomes.set(account, { state: 'IN_PROGRESS' });
    }
  }

  private forget(account: string): void {
    for (const deployment of this.store.list()) {
      this.kind.remove({ account, region: deployment.region }, deployment.deployedName);
      deployment.outcomes.delete(account);
    }
  }
}
