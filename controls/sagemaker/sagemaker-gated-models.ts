import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const training = 'sagemaker:CreateTrainingJob';
const model = 'sagemaker:CreateModel';
const key = 'sagemaker:DirectGatedModelAccess';

export default defineControl({
  id: 'sagemaker-gated-models',
  title: 'Gated models of JumpStart are used through a private hub only',
  why: 'One click accepts the licence of a foundation model for the whole company, and nobody has read it.',
  fix: 'Have the model added to the private hub of the account and use it from there (HubAccessConfig).',
  severity: 'medium',
  where: aiAccounts,
  prevent: { scp: [{ Action: [model, training], Condition: { Bool: { [key]: 'true' } } }] },
  promises: [
    {
      that: 'No model whose terms somebody has to accept is trained on or served past the hub',
      deny: {
        Action: ['sagemaker:CreateModel', 'sagemaker:CreateTrainingJob'],
        Condition: { StringEquals: { [key]: 'true' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-7(5)', 'CM-10', 'SR-3']),
    judged('soc-2', ['CC9.2']),
    judged('eu-ai-act', ['Art. 26(1)']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MAP 4.1']),
  ],
  examples: [
    { when: 'a gated model is fine-tuned directly', action: training, context: { [key]: 'true' }, denied: true },
    { when: 'a gated model is deployed directly', action: model, context: { [key]: 'true' }, denied: true },
    { when: 'the model comes from a private hub', action: model, context: { [key]: 'false' }, denied: false },
    { when: 'no gated model is involved', action: training, denied: false },
  ],
});
