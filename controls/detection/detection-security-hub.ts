import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const disable = 'securityhub:DisableSecurityHub';
const aggregator = 'securityhub:DeleteFindingAggregator';
const product = 'securityhub:DisableImportFindingsForProduct';
const standard = 'securityhub:UpdateStandardsControl';
/** What the console calls to switch one control off. */
const associations = 'securityhub:BatchUpdateStandardsControlAssociations';

export default defineControl({
  id: 'detection-security-hub',
  title: 'Security Hub checks every account and region, and its checks are not switched off',
  why: 'A check that an account may switch off tells the auditor only what the account wants to be heard.',
  fix: 'Choose standards in services.securityHub of accounts/landing-zone.ts; a check that does not fit is switched off in its disabledControls, with the reason.',
  severity: 'high',
  where: everyAccount,
  needs: 'securityHub',
  prevent: {
    scp: [
      {
        Action: [
          'securityhub:AcceptAdministratorInvitation',
          'securityhub:AcceptInvitation',
          'securityhub:BatchDisableStandards',
          associations,
          // Findings of all regions and accounts come together in an aggregator.
          'securityhub:DeleteAggregatorV2',
          'securityhub:DeleteConfigurationPolicy',
          aggregator,
          'securityhub:DeleteMembers',
          // GuardDuty, Macie and Access Analyzer send their findings as products.
          product,
          disable,
          'securityhub:DisableSecurityHubFeatureV2',
          'securityhub:DisableSecurityHubV2',
          // From the administrator, by either name of the call, and by the administrator itself.
          'securityhub:Disassociate*',
          // With central configuration the security account decides for all others by policies.
          'securityhub:StartConfigurationPolicy*',
          'securityhub:UpdateAggregatorV2',
          'securityhub:UpdateConfigurationPolicy',
          'securityhub:UpdateFindingAggregator',
          'securityhub:UpdateOrganizationConfiguration',
          'securityhub:UpdateSecurityControl',
          'securityhub:UpdateSecurityHubConfiguration',
          standard,
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  detect: { managed: 'SECURITYHUB_ENABLED' },
  promises: [
    {
      that: 'Nobody but the deployment ends Security Hub, a standard or a control of it',
      deny: {
        Action: [
          'securityhub:BatchDisableStandards',
          'securityhub:BatchUpdateStandardsControlAssociations',
          'securityhub:DisableSecurityHub',
          'securityhub:UpdateStandardsControl',
        ],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AU-6(1)', 'AU-6(5)', 'AU-12(3)', 'CA-2d', 'CA-7', 'PM-14', 'PM-31'],
      'prowler: nist_800_53_revision_5_aws',
    ),
    published(
      'hipaa',
      [
        '164.308(a)(1)(ii)(D)',
        '164.308(a)(5)(ii)(C)',
        '164.308(a)(6)(i)',
        '164.308(a)(6)(ii)',
        '164.308(a)(8)',
        '164.312(b)',
      ],
      'prowler: hipaa_aws',
    ),
    published('soc-2', ['CC3.1', 'CC6.8', 'CC7.1', 'CC7.2', 'CC7.3', 'CC7.4'], 'prowler: soc2_aws'),
    judged('gdpr', ['Art. 32']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.4']),
    judged('pci-dss', ['11.3.1']),
  ],
  examples: [
    { when: 'an administrator of the account turns it off', action: disable, denied: true },
    { when: 'one check of a standard is switched off', action: standard, denied: true },
    { when: 'one check is switched off in every standard', action: associations, denied: true },
    { when: 'findings of other regions do not arrive any more', action: aggregator, denied: true },
    { when: 'findings of GuardDuty are not taken any more', action: product, denied: true },
    { when: 'the landing zone turns it off', action: disable, principal: 'deployRole', denied: false },
    { when: 'a team marks its finding as resolved', action: 'securityhub:BatchUpdateFindings', denied: false },
  ],
});
