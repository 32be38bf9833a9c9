import { adviceOn } from '../../../cli/synth/advice';
import { readModelId } from '../../../schema/facts/geography';
import { modelEnds } from '../../../schema/facts/model-ends';
import type { Ledger } from '../../../schema/forms/ledger';
import { isSample, writtenZone } from '../../support/proofs';
import { smallZone } from '../../support/synth';
import { deployedBefore, sampleAccounts, zoneOf } from '../../support/zone';

const trusts = [{ permissionSet: 'Operations' }];

describe('advice', () => {
  it('names each role that controls exempt and nobody makes', () => {
    const zone = smallZone({
      roles: {
        breakGlass: ['BreakGlass', 'aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Emergency_*'],
        modelApprovers: ['ModelApprover'],
        dataStewards: ['DataSteward'],
      },
      madeRoles: [{ name: 'BreakGlass', trusts }],
    });
    expect(adviceOn(zone)).toEqual([
      expect.stringMatching(/roles\.modelApprovers names 'ModelApprover', which no stack makes.*add it to madeRoles/),
      expect.stringMatching(/roles\.dataStewards names 'DataSteward'.*make it in ai\.dataLake\.roles/),
    ]);
  });

  it('names a role that is made where no account needs it', () => {
    const madeRoles = [{ name: 'ModelApprover', trusts }];
    const zone = (accounts?: string[]) =>
      smallZone({
        roles: { modelApprovers: ['ModelApprover'] },
        madeRoles: madeRoles.map((role) => ({ ...role, accounts })),
      });
    expect(adviceOn(zone())).toHaveLength(1);
    expect(adviceOn(zone(['security']))).toEqual([]);
  });

  it('names inference profiles of models that Bedrock ends, in whichever geography', () => {
    const ending = Object.keys(modelEnds)[0] ?? '';
    const models = [
      'anthropic.claude-3-haiku-20240307-v1:0',
      'eu.anthropic.claude-sonnet-4-20250514-v1:0',
      'amazon.nova-lite-v1:0',
    ];
    const inferenceProfiles = models.map((model, index) => ({
      name: `profile-${index}`,
      model,
      costCenter: '1',
      regions: ['eu-central-1'],
    }));
    const accounts = sampleAccounts().map((account) =>
      account.name === 'models'
        ? { ...account, ai: { dataClassification: 'confidential' as const, bedrock: { inferenceProfiles } } }
        : account,
    );
    const settings = {
      roles: {},
      bedrockApplicationProfiles: true,
      ai: { approvedModels: ['anthropic.*', 'amazon.*'] },
    };
    expect(adviceOn(zoneOf({ accounts, settings, controls: [] }))).toEqual([
      expect.stringMatching(/^accounts\/models\.ts: .*'profile-0'.* ends on 2026-09-10/),
      expect.stringMatching(/'profile-1'.* ends on 2026-10-14/),
    ]);
    expect(readModelId(ending).geography).toBeUndefined();
  });

  it('names closed accounts that nobody could ask about any more, until their ids are written down', () => {
    const ledger: Ledger = {
      ...deployedBefore,
      accounts: {
        ...deployedBefore.accounts,
        'old-models': { key: 'models-1', state: 'closed' },
        leaving: { key: 'leaving', state: 'closing' },
        retired: { key: 'retired', state: 'closing' },
        friend: { key: 'friend', state: 'external' },
      },
    };
    const adviceWith = (closedAccounts: Record<string, string>) =>
      adviceOn(
        zoneOf({ ledger, settings: { roles: {}, audit: { closedAccounts } }, modelCards: [], controls: [] }),
      ).filter((line) => line.includes('past'));
    expect(adviceWith({})).toEqual([
      expect.stringContaining("audit.closedAccounts: { 'old-models': '<its id>' }"),
      expect.stringContaining("audit.closedAccounts: { 'leaving': '<its id>' }"),
    ]);
    expect(adviceWith({ 'old-models': '444455556666', leaving: '444455556667' })).toEqual([]);
    expect(adviceWith({ 'old-models': 'no-past', leaving: 'no-past' })).toEqual([]);
  });

  const written = writtenZone();
  (isSample(written) ? it : it.skip)('has nothing to say of the landing zone that is shipped', () => {
    expect(adviceOn(written)).toEqual([]);
  });
});
