import { CeCostAllocationTag } from '@cdktf/provider-aws/lib/ce-cost-allocation-tag';
import type { App } from 'cdktf';
import { stackNames } from '../../schema/facts/stack-names';
import type { Budget } from '../../schema/forms/budget';
import type { SharedBudget } from '../../schema/forms/costs';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { findAccount } from '../../schema/organization-tree';
import type { Producer } from '../kernel/contract';
import { dashedId } from '../kernel/distinct-id';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { managementContract } from '../management/contract';
import { AnomalyWatch } from '../parts/anomaly-watch';
import { type CostFilter, CostLimits } from '../parts/cost-limits';
import { costInputs } from './inputs';

export interface CostStackProps {
  readonly zone: LandingZone;
  readonly management: Producer<typeof managementContract>;
  /** What is deployed before. */
  readonly last: Producer;
}

/**
 * What the organization and its accounts may cost, held by the account that pays. AWS refuses it until a person has opened Cost Explorer, so
 * nothing waits for it.
 */
export class CostStack extends LandingZoneStack<Record<never, never>> {
  private readonly allocationTags = new Map<string, CeCostAllocationTag>();

  constructor(app: App, { zone, management, last }: CostStackProps) {
    super(
      app,
      stackNames.cost,
      {},
      { zone, account: zone.managementAccount, management, inputs: () => costInputs(zone) },
    );
    this.deployAfter(last);
    for (const tagKey of zone.costs.allocationTags) this.allocate(tagKey);
    for (const budget of zone.costs.budgets) this.limit(budget);
    for (const account of zone.activeAccounts) {
      const budget = tryPaidBudget(account);
      if (budget) this.limitAccount(account, budget);
    }
  }

  private allocate(tagKey: string): void {
    const { id } = dashedId(tagKey);
    const tag = new CeCostAllocationTag(this, `allocation-tag-${id}`, { ...this.here.home, tagKey, status: 'Active' });
    this.allocationTags.set(tagKey, tag);
  }

  private limit(budget: SharedBudget): void {
    const { zone } = this;
    const { name, accounts, tag } = budget;
    const allocation = tag && this.allocationTags.get(tag.key);
    new CostLimits(this, `costs-${name}`, {
      limit: budget,
      name: `${zone.name}-costs-${name}`,
      email: zone.managementAccount.email,
      only: [
        ...(accounts ? [linked(accounts.map((counted) => this.accountId(findAccount(zone, counted))))] : []),
        ...(tag ? [tagged(tag.key, tag.values)] : []),
      ],
      after: allocation ? [allocation] : [],
    });
  }

  private limitAccount(account: Account, budget: Budget): void {
    const { name, email } = account;
    const id = `account-${name}`;
    const named = `${this.zone.name}-${id}`;
    const accountId = this.accountId(account);
    new CostLimits(this, id, { limit: budget, name: named, email, only: [linked([accountId])] });
    const { anomalies, notify: emails = [email] } = budget;
    if (anomalies.enabled) new AnomalyWatch(this, `${id}-anomalies`, { anomalies, name: named, emails, accountId });
  }
}

/** The budget of an account that the organization pays for. One outside pays by itself, and has its budget in its own stack. */
const tryPaidBudget = ({ origin, ai, budget }: Account): Budget | undefined =>
  origin === 'external' ? undefined : (ai?.budget ?? budget);

const linked = (values: readonly string[]): CostFilter => ({ name: 'LinkedAccount', values });

/** Source: AWS CLI Command Reference, budgets create-budget, "create a Cost and Usage budget". */
const tagged = (key: string, values: readonly string[]): CostFilter => ({
  name: 'TagKeyValue',
  values: values.map((value) => `user:${key}$${value}`),
});
