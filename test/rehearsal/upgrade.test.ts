import type { SynthesizedStack } from '../../deployment/manifest';
import type { PlanJson } from '../../deployment/plan-judgement';
import type { Upgrade } from '../../rehearsal/run';
import { differencesIn, upgrade } from '../../rehearsal/upgrade';

const change = (address: string, ...actions: readonly string[]): PlanJson => ({
  resource_changes: [{ address, mode: 'managed', type: address.split('.')[0] ?? '', change: { actions } }],
});
const announcements = [{ pattern: 'security/aws_sns_topic', advice: 'confirm the subscriptions again' }];

/** An older release whose state each stack has: what the present one plans on it. */
async function upgradeOf(plans: Readonly<Record<string, Upgrade>>) {
  const order: string[] = [];
  const stacks: SynthesizedStack[] = [
    { name: 'security', directory: '', dependencies: ['management'] },
    { name: 'management', directory: '', dependencies: [] },
    { name: 'compliance', directory: '', dependencies: ['security'] },
  ];
  const run = {
    upgrade: async ({ name }: SynthesizedStack) => {
      order.push(name);
      return plans[name] ?? { plan: {} };
    },
  };
  return { ...(await upgrade(run, stacks, announcements)), order };
}

describe('an upgrade', () => {
  it('shows no difference where the older release asks for nothing', async () => {
    const { differences, refused, skipped, order } = await upgradeOf({});
    expect([differences, refused, skipped]).toEqual([[], [], []]);
    expect(order).toEqual(['management', 'security', 'compliance']);
  });

  it('finds what is destroyed or replaced without an announcement, in each stack', async () => {
    const { differences } = await upgradeOf({
      management: { plan: change('aws_organizations_account.account-sandbox', 'delete') },
      security: { plan: change('aws_guardduty_detector.main', 'delete', 'create') },
    });
    expect(differences).toMatchObject([
      { stack: 'security', action: 'replace', unannounced: true, advice: expect.stringContaining('do not deploy') },
      { stack: 'management', action: 'destroy', unannounced: true },
    ]);
  });

  it('takes the advice of the announcement where there is one', () => {
    const plan = change('aws_sns_topic.findings', 'create', 'delete');
    expect(differencesIn('security', plan, announcements)).toMatchObject([
      { unannounced: false, advice: 'confirm the subscriptions again' },
    ]);
    expect(differencesIn('compliance', plan, announcements)).toMatchObject([{ unannounced: true }]);
  });

  it('needs no announcement for what takes nothing away, and says what to do with each', () => {
    for (const action of ['create', 'update', 'forget'])
      expect(differencesIn('security', change('aws_kms_key.main', action), [])).toMatchObject([
        { action, unannounced: false, advice: expect.stringMatching(/nothing|stays in AWS/) },
      ]);
  });

  it('stops at a stack that Terraform refuses to plan, keeps what it had planned, and skips all that read it', async () => {
    const plan = change('aws_kms_key.findings', 'delete');
    const { differences, refused, skipped, order } = await upgradeOf({
      security: { plan, refusal: 'Error: Instance cannot be destroyed' },
    });
    expect(refused).toEqual([{ stack: 'security', errors: 'Error: Instance cannot be destroyed' }]);
    expect(differences).toMatchObject([{ stack: 'security', address: 'aws_kms_key.findings', unannounced: true }]);
    expect([order, skipped]).toEqual([['management', 'security'], ['compliance']]);
  });
});
