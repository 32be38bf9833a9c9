import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'ec2:DeleteFlowLogs';

export default defineControl({
  id: 'network-flow-logs',
  title: 'Networks of AI workloads have flow logs, and keep them',
  why: 'Where data went after a breach, and how much of it, can be read only from the traffic of the network.',
  fix: 'Create a flow log for the VPC, at least of rejected traffic; a VPC that nobody uses is better deleted.',
  severity: 'medium',
  where: aiAccounts,
  prevent: { scp: [{ Action: action }], exempt: ['deployRole'] },
  detect: { managed: 'VPC_FLOW_LOGS_ENABLED' },
  promises: [
    {
      that: 'Nobody but the deployment ends the log of a network',
      deny: { Action: 'ec2:DeleteFlowLogs' },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-4(26)', 'AU-2', 'AU-3', 'AU-6(3)', 'AU-6(4)', 'AU-12', 'CA-7', 'SI-7(8)'],
      'Security Hub: EC2.6',
    ),
    published(
      'hipaa',
      ['164.308(a)(1)(ii)(D)', '164.308(a)(3)(ii)(A)', '164.308(a)(6)(ii)', '164.312(b)', '164.312(c)(2)'],
      'prowler: hipaa_aws',
    ),
    published('gdpr', ['Art. 25', 'Art. 30'], 'prowler: gdpr_aws'),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.6.2.8']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
    judged('pci-dss', ['10.2.1']),
  ],
  examples: [
    { when: 'a developer deletes a flow log', action, denied: true },
    { when: 'the deploy role does', action, principal: 'deployRole', denied: false },
    { when: 'a developer makes one', action: 'ec2:CreateFlowLogs', denied: false },
  ],
});
