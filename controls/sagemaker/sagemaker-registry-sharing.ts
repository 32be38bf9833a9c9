import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const group = 'sagemaker:PutModelPackageGroupPolicy';
const lineage = 'sagemaker:PutLineageGroupPolicy';

export default defineControl({
  id: 'sagemaker-registry-sharing',
  title: 'Only the landing zone shares models and lineage with other accounts',
  why: 'One resource policy gives a foreign account the weights, or lets it register a version that looks like ours.',
  fix: 'Ask for the sharing in the landing zone: it writes the policy of the group.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    exempt: ['deployRole', 'breakGlass'],
    // PutResourcePolicy is what Resource Access Manager does in the name of whoever shares by it.
    scp: [{ Action: [lineage, group, 'sagemaker:PutResourcePolicy'] }],
  },
  promises: [
    {
      that: 'Nobody opens models or lineage to another account, but the deployment and in an emergency',
      deny: {
        Action: [
          'sagemaker:PutLineageGroupPolicy',
          'sagemaker:PutModelPackageGroupPolicy',
          'sagemaker:PutResourcePolicy',
        ],
      },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-21']),
    judged('hipaa', ['164.308(a)(4)(i)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 15', 'Art. 25']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1']),
  ],
  examples: [
    { when: 'somebody shares a model package group', action: group, denied: true },
    { when: 'somebody shares lineage', action: lineage, denied: true },
    { when: 'the landing zone shares a group', action: group, principal: 'deployRole', denied: false },
    { when: 'somebody reads the policy', action: 'sagemaker:GetModelPackageGroupPolicy', denied: false },
  ],
});
