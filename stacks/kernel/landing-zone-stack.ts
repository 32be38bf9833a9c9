import { type App, TerraformOutput, TerraformStack } from 'cdktf';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { keepState, readState } from './backend';
import { type Contract, outputName, type Producer, type Published, type Received, receive } from './contract';
import { Places } from './places';

/** The account ids that the management stack publishes; every other stack reaches its account through them. */
export const accountIdsContract = { accountIds: 'map' } as const satisfies Contract;

export interface LandingZoneStackProps {
  readonly zone: LandingZone;
  /** The account that the stack runs in. */
  readonly account: Account;
  /** Who publishes account ids. @default - nobody: only the management account is reached */
  readonly management?: Producer<typeof accountIdsContract>;
}

/** One Terraform state in one account: its backend, its providers, what it reads and what it publishes. */
export abstract class LandingZoneStack<C extends Contract = Record<never, never>>
  extends TerraformStack
  implements Producer<C>
{
  readonly stack = this;
  protected readonly zone: LandingZone;
  /** The stack's own account. */
  protected readonly here: Places;

  private readonly received = new Map<string, unknown>();
  private readonly reached = new Map<string, Places>();

  protected constructor(
    app: App,
    name: string,
    readonly contract: C,
    private readonly props: LandingZoneStackProps,
  ) {
    super(app, name);
    this.zone = props.zone;
    keepState(this, this.zone.backend);
    this.addOverride('terraform.required_version', '>= 1.10.0');
    this.addOverride('terraform.required_providers.aws.version', this.zone.awsProvider);
    this.here = this.reach(props.account);
  }

  /** Another account, for resources that only it may make on behalf of this one. */
  protected reach(account: Account): Places {
    const known = this.reached.get(account.name);
    if (known) return known;
    const places = new Places(this, this.zone, account, this.accountId(account), account === this.props.account);
    this.reached.set(account.name, places);
    return places;
  }

  /** Twelve digits: as written down where they are, out of the management stack's state where AWS gave them. */
  protected accountId(account: Account): string {
    if (account.origin === 'management' || account.origin === 'external') return account.id ?? '';
    const { management } = this.props;
    if (!management)
      throw new Error(`${this.node.id} cannot know the id of ${account.name}: it was given no management stack`);
    return this.read(management).accountIds(account.name);
  }

  /** Reads a producer's outputs, and orders this stack after it; a loop throws. */
  protected read<P extends Contract>(producer: Producer<P>): Received<P> {
    const name = producer.stack.node.id;
    const known = this.received.get(name);
    if (known) return known as Received<P>;
    this.addDependency(producer.stack);
    const values = receive(producer.contract, readState(this, this.zone.backend, name));
    this.received.set(name, values);
    return values;
  }

  /** Keeps the whole contract. Output names are stable, because other states read them. */
  protected publish(values: Published<C>): void {
    for (const [key, value] of Object.entries(values))
      new TerraformOutput(this, outputName(key), { value, staticId: true });
  }

  /**
   * CDKTF resolves every element once more here, a third of a large synth, to find references between stacks. There are none: what
   * one stack knows of another it reads through a contract.
   */
  override prepareStack(): void {}

  /** `prevent_destroy`, unless the landing zone is being torn down. */
  protected get keep(): { readonly preventDestroy: true } | undefined {
    return this.zone.protection === 'on' ? { preventDestroy: true } : undefined;
  }
}
