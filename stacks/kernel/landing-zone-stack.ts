import { type App, TerraformElement, TerraformOutput, TerraformStack } from 'cdktf';
import type { IConstruct, Node } from 'constructs';
import { withMadeOf } from '../../schema/facts/made-of';
import { ownValue } from '../../schema/facts/own-value';
import { tryRemembered } from '../../schema/forms/remembered';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Problem } from '../../schema/problems/problem';
import { AccountAccess } from './account-access';
import { keepState, readState } from './backend';
import { type Configuration, isIn, moving } from './configuration';
import { type Contract, outputName, type Producer, type Published, type Received, receive } from './contract';
import { keptOf } from './kept';
import type { Input } from './measuring/input';
import { measuringProblems } from './measuring/problems';
import { outsideParts } from './part';
import { type Protection, protectionOf } from './protection';
import { resolvedConfiguration } from './resolved-configuration';
import { withoutDestroying } from './state-moves';
import { returnProblems, takeUp } from './take-up';

/** The account ids that the management stack publishes; every other stack reaches its account through them. */
export const accountIdsContract = { accountIds: 'map' } as const satisfies Contract;

export interface LandingZoneStackProps {
  readonly zone: LandingZone;
  /** The account that the stack runs in. */
  readonly account: Account;
  /** Who publishes account ids. @default - nobody: only the management account is reached */
  readonly management?: Producer<typeof accountIdsContract>;
  /** What its resources are made from, for whoever has to make one smaller. */
  readonly inputs?: () => readonly Input[];
}

/** One Terraform state in one account: its backend, its providers, what it reads and what it publishes. */
export abstract class LandingZoneStack<C extends Contract = Contract> extends TerraformStack implements Producer<C> {
  readonly name: string;
  readonly zone: LandingZone;
  /** The stack's own account. */
  readonly here: AccountAccess;
  readonly protection: Protection;
  /** What AWS would refuse of what is written; known once it is. */
  problems: readonly Problem[] = [];

  private readonly predecessors = new Set<string>();
  private readonly received = new Map<string, unknown>();
  private readonly reached = new Map<string, AccountAccess>();
  private readonly addresses = new Map<string, Node>();

  protected constructor(
    app: App,
    name: string,
    readonly contract: C,
    private readonly props: LandingZoneStackProps,
  ) {
    super(app, name);
    this.name = name;
    this.zone = props.zone;
    this.protection = protectionOf(props.zone);
    keepState(this, this.zone.backend);
    this.addOverride('terraform.required_version', '>= 1.10.0');
    this.addOverride('terraform.required_providers.aws.version', this.zone.awsProvider);
    this.here = this.reach(props.account);
  }

  /** The stack around a part. */
  static override of(construct: IConstruct): LandingZoneStack {
    const stack = TerraformStack.of(construct);
    if (!(stack instanceof LandingZoneStack))
      throw new Error(`${construct.node.path} is in no stack of a landing zone`);
    return stack;
  }

  /** Names of the stacks that are deployed before this one, in the order in which it learnt of them. */
  get deployedAfter(): readonly string[] {
    return [...this.predecessors];
  }

  /** Names of the stacks whose outputs this one reads. */
  get reads(): readonly string[] {
    return [...this.received.keys()];
  }

  /** Another account, for resources that only it may make on behalf of this one. */
  reach(account: Account): AccountAccess {
    const known = this.reached.get(account.name);
    if (known) return known;
    const { zone } = this;
    const own = account === this.props.account;
    const access = new AccountAccess(this, { zone, account, id: this.accountId(account), own });
    this.reached.set(account.name, access);
    return access;
  }

  /** Twelve digits: as written down where they are, out of the management stack's state where AWS gave them. */
  accountId(account: Account): string {
    if (account.origin === 'management' || account.origin === 'external') return account.id ?? '';
    const { management } = this.props;
    if (!management)
      throw new Error(`${this.name} cannot know the id of ${account.name}: it was given no management stack`);
    return this.read(management).accountIds(account.name);
  }

  /** Reads a producer's outputs, and deploys this stack after it. */
  read<P extends Contract>(producer: Producer<P>): Received<P> {
    const { name, contract } = producer;
    const known = this.received.get(name);
    if (known) return known as Received<P>;
    this.deployAfter(producer);
    const values = receive(contract, readState(this, this.zone.backend, name));
    this.received.set(name, values);
    return values;
  }

  /** Deploys this stack after another one, without reading it. */
  deployAfter({ name }: Producer): void {
    this.predecessors.add(name);
  }

  /** Keeps the whole contract. Output names are stable, because other states read them. */
  protected publish(values: Published<C>): void {
    for (const [key, value] of Object.entries(values))
      new TerraformOutput(this, outputName(key), { value, staticId: true });
  }

  /** Gives a resource in a part the address that it would have directly in the stack. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    // All that CDKTF makes the address of.
    const address = super.allocateLogicalId({ scopes: outsideParts(node.scopes) } as Node);
    const holder = this.addresses.get(address) ?? node;
    if (holder !== node) throw new Error(`${holder.path} and ${node.path} would have one address, ${address}`);
    this.addresses.set(address, node);
    return address;
  }

  /** As CDKTF writes it, but for the paths of resources in the comments, which do not mention parts either. */
  override toTerraform(): object {
    const configuration: Configuration = process.env.LANDING_ZONE_DEBUG
      ? super.toTerraform()
      : resolvedConfiguration(this);
    for (const named of Object.values(configuration.resource ?? {}))
      for (const { '//': comment } of Object.values(named)) {
        const { metadata } = comment;
        metadata.path = `${this.name}/${metadata.uniqueId}`;
      }
    const { name, zone } = this;
    const { account, inputs = () => [] } = this.props;
    this.problems = [
      ...measuringProblems(configuration, { name, zone, account, inputs }),
      ...returnProblems(configuration, { ledger: zone.ledger, stack: name, isProtected: this.protection.on }),
    ];
    const whole = {
      ...configuration,
      ...moving(configuration),
      ...this.keeping(configuration),
      ...this.taking(configuration),
    };
    return withMadeOf(whole, zone.release ?? '');
  }

  /** The blocks that keep what is protected and not in the model any more; none while everything may be destroyed. */
  private keeping({ resource = {}, removed = [] }: Configuration): Pick<Configuration, 'removed'> {
    const known = tryRemembered(this.zone.ledger, this.name);
    if (!known || !this.protection.on) return {};
    const kept = keptOf(known, isIn(resource));
    const addresses = Object.entries(kept).flatMap(([address, companions]) => [address, ...companions]);
    const forgotten = removed.map(({ from }) => from);
    const more = [...new Set(addresses)].filter((address) => !forgotten.includes(address)).sort();
    return more.length === 0 ? {} : { removed: [...removed, ...more.map(withoutDestroying)] };
  }

  /** The blocks that take up what was kept and is in the model again; none while everything may be destroyed. */
  private taking(configuration: Configuration): Pick<Configuration, 'data' | 'import'> {
    const kept = ownValue(this.zone.ledger.kept, this.name);
    return kept && this.protection.on ? takeUp(configuration, kept) : {};
  }

  /**
   * CDKTF resolves every element once more here, a third of a large synth, to find references between stacks. There are none: what
   * one stack knows of another it reads through a contract.
   */
  override prepareStack(): void {}
}
