import { type ControlSpec, defineControl, judged } from '../../schema/forms/control';
import { mayBeUsed } from '../shared/approved-services';
import { aiAccounts } from '../where';

const action = 'bedrock-mantle:CreateInference';
const tune = 'bedrock-mantle:CreateFineTuningJob';
const key = 'bedrock-mantle:Model';

export default defineControl((settings) => {
  const { approvedModels } = settings.ai;
  const isUsed = mayBeUsed(settings, 'bedrock-mantle');
  // Mantle authorises on a project; the model is in this key only. Without approved models every call is denied.
  const unapproved = approvedModels.length > 0 ? { Condition: { StringNotLike: { [key]: approvedModels } } } : {};
  return {
    id: 'bedrock-mantle-models',
    title: "Only approved models are called or tuned through Bedrock's mantle endpoint",
    why: 'The endpoint has IAM actions of its own, so a model that is denied in bedrock-runtime could be called here.',
    fix: 'Call an approved model. Its id is not that of bedrock-runtime: a pattern, anthropic.claude-*, approves both.',
    severity: 'high',
    where: aiAccounts,
    prevent: {
      scp: [{ Action: isUsed ? [action, tune] : tune, ...unapproved }],
    },
    promises: promisesOf(approvedModels),
    satisfies: [
      judged('nist-800-53-r5', ['AC-3', 'CM-7(5)']),
      judged('soc-2', ['CC6.3']),
      judged('eu-ai-act', ['Art. 9', 'Art. 26(1)']),
      judged('iso-42001', ['A.10.3']),
      judged('nist-ai-rmf', ['GOVERN 6.1', 'MAP 4.1']),
    ],
    examples: [
      {
        when: 'a model that is not approved is tuned',
        action: tune,
        context: { [key]: 'nobody.unapproved-v1' },
        denied: true,
      },
      { when: 'the request to tune names no model', action: tune, denied: true },
      ...(isUsed
        ? [
            {
              when: 'a model that is not approved is called',
              action,
              context: { [key]: 'nobody.unapproved-v1' },
              denied: true,
            },
          ]
        : []),
      { when: 'the models are listed', action: 'bedrock-mantle:ListModels', denied: false },
      ...approvedModels.slice(0, 1).map((model) => ({
        when: 'the model is approved',
        action: tune,
        context: { [key]: model.replaceAll('*', 'v1') },
        denied: false,
      })),
    ],
  };
});

/** None where no model is approved: then no request is left out. */
function ofUnapproved(approvedModels: readonly string[]) {
  return approvedModels.length === 0
    ? []
    : [{ that: 'the model is none of ai.approvedModels', Condition: { StringNotLike: { [key]: approvedModels } } }];
}

const promisesOf = (approvedModels: readonly string[]): ControlSpec['promises'] => [
  {
    that: 'Nobody calls a model by mantle that is not approved, or that the request does not name',
    deny: { Action: action },
    assuming: ofUnapproved(approvedModels),
  },
  {
    that: 'Nobody tunes such a model',
    deny: { Action: tune },
    assuming: ofUnapproved(approvedModels),
  },
];
