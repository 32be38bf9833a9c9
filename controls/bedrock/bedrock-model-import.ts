import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:CreateModelImportJob';

export default defineControl({
  id: 'bedrock-model-import',
  title: 'Only approvers bring model weights into Bedrock',
  why: 'Weights from elsewhere may be poisoned or stolen, and imported they pass every list of approved models.',
  fix: 'Register the weights in the model registry with where they come from, and ask a model approver to import them.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        // CreateCustomModel takes weights that SageMaker trained; a copy job takes those of another region or account.
        Action: ['bedrock:CreateCustomModel', 'bedrock:CreateModelCopyJob', action],
      },
    ],
    exempt: ['deployRole', 'modelApprovers'],
  },
  promises: [
    {
      that: 'Weights come from elsewhere by nobody but an approver or the deployment',
      deny: { Action: ['bedrock:CreateCustomModel', 'bedrock:CreateModelCopyJob', 'bedrock:CreateModelImportJob'] },
      exempt: ['deployRole', 'modelApprovers'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-7(5)', 'SI-7', 'SR-4']),
    judged('soc-2', ['CC6.8']),
    judged('eu-ai-act', ['Art. 11', 'Art. 15']),
    judged('iso-42001', ['A.6.2.5', 'A.10.3']),
    judged('nist-ai-rmf', ['MANAGE 3.2', 'MEASURE 2.7']),
  ],
  examples: [
    { when: 'somebody imports weights from a bucket', action, denied: true },
    { when: 'somebody copies a shared model', action: 'bedrock:CreateModelCopyJob', denied: true },
    { when: 'an approver imports them', action, principal: 'modelApprovers', denied: false },
    { when: 'an approved model is customised', action: 'bedrock:CreateModelCustomizationJob', denied: false },
  ],
});
