import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const card = 'sagemaker:DeleteModelCard';
const version = 'sagemaker:DeleteModelPackage';

export default defineControl({
  id: 'sagemaker-governance-records',
  title: 'Model cards, versions and lineage are not deleted',
  why: 'They prove what was trained on what and who let it pass; after a harm they are asked for, years later.',
  fix: 'Archive the card or reject the version; what has to be deleted goes through the landing zone.',
  severity: 'high',
  // Not in the sandbox: trials leave nothing behind that has to be proved.
  where: workloads,
  prevent: {
    exempt: ['deployRole', 'breakGlass'],
    scp: [
      {
        Action: [
          'sagemaker:DeleteAction',
          'sagemaker:DeleteArtifact',
          'sagemaker:DeleteAssociation',
          'sagemaker:DeleteContext',
          card,
          version,
          'sagemaker:DeleteModelPackageGroup',
        ],
      },
    ],
  },
  promises: [
    {
      that: 'Nobody deletes what a model was made of, but the deployment and in an emergency',
      deny: { Action: ['sagemaker:DeleteArtifact', 'sagemaker:DeleteModelCard', 'sagemaker:DeleteModelPackage'] },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-10', 'AU-11', 'SA-10']),
    judged('hipaa', ['164.312(c)(1)', '164.316(b)(2)(i)']),
    judged('gdpr', ['Art. 5(2)', 'Art. 30']),
    judged('soc-2', ['PI1.5']),
    judged('eu-ai-act', ['Art. 11', 'Art. 12', 'Art. 18']),
    judged('iso-42001', ['A.6.2.3', 'A.6.2.7', 'A.7.5']),
    judged('nist-ai-rmf', ['GOVERN 1.4', 'MAP 4.1']),
  ],
  examples: [
    { when: 'somebody deletes a model card', action: card, denied: true },
    { when: 'an approver deletes a version', action: version, principal: 'modelApprovers', denied: true },
    { when: 'somebody cuts a model from its data set', action: 'sagemaker:DeleteAssociation', denied: true },
    { when: 'the pipeline deletes a version', action: version, principal: 'deployRole', denied: false },
    { when: 'an emergency needs it', action: card, principal: 'breakGlass', denied: false },
    { when: 'a card is archived', action: 'sagemaker:UpdateModelCard', denied: false },
  ],
});
