import { defineControl, judged, published } from '../../schema/forms/control';
import { notDeployRole } from '../shared/assumptions';
import { everyAccount } from '../where';

const stop = 'config:StopConfigurationRecorder';
const deletePack = 'config:DeleteOrganizationConformancePack';
const deleteChannel = 'config:DeleteDeliveryChannel';

/** What leaves a gap in the records, or keeps them from those who look. */
const blinding = [
  'config:DeleteAggregationAuthorization',
  'config:DeleteConfigurationAggregator',
  'config:DeleteConfigurationRecorder',
  deleteChannel,
  // What a rule has found until it runs again.
  'config:DeleteEvaluationResults',
  'config:DeleteOrganizationConfigRule',
  deletePack,
  'config:DeleteRetentionConfiguration',
  'config:DisassociateResourceTypes',
  // Another account would see every resource.
  'config:PutAggregationAuthorization',
  'config:PutConfigurationAggregator',
  'config:PutConfigurationRecorder',
  'config:PutDeliveryChannel',
  'config:PutOrganizationConfigRule',
  'config:PutOrganizationConformancePack',
  'config:PutRetentionConfiguration',
  stop,
];

export default defineControl(({ deployRole }) => ({
  id: 'logging-config-recorder',
  title: 'Config records every resource without a gap, and the organization sees what it found',
  why: 'What changes while the recorder is off is checked by no rule and proved by no history.',
  fix: 'Leave the recorder on; types that cost too much are left out in services.config.excludedResourceTypes.',
  severity: 'critical',
  where: everyAccount,
  needs: 'config',
  // Nothing is detected: where the recorder is off, no rule of Config runs either.
  prevent: {
    scp: [
      {
        Action: blinding,
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deploy role stops the recorder or takes away where it delivers to, the emergency role neither',
      deny: { Action: [stop, deleteChannel, 'config:DeleteConfigurationRecorder'] },
      assuming: [notDeployRole(deployRole)],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CA-7', 'CM-2', 'CM-3', 'CM-8']),
    published('hipaa', ['164.308(a)(1)(ii)(A)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25', 'Art. 30'], 'prowler: gdpr_aws'),
    published('soc-2', ['CC2.1', 'CC3.1', 'CC3.4', 'CC8.1', 'PI1.3'], 'prowler: soc2_aws'),
    judged('eu-ai-act', ['Art. 9', 'Art. 17']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.4']),
    judged('pci-dss', ['1.2.8', '10.3.4']),
  ],
  examples: [
    { when: 'an administrator stops the recorder', action: stop, denied: true },
    { when: 'somebody takes away where it delivers to', action: deleteChannel, denied: true },
    { when: 'the security account takes a pack from all accounts', action: deletePack, denied: true },
    { when: 'the landing zone stops it', action: stop, principal: 'deployRole', denied: false },
    { when: 'a team writes a rule of its own', action: 'config:PutConfigRule', denied: false },
  ],
}));
