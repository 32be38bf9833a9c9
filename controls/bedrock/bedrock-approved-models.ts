import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:InvokeModel';
const profile = 'inference-profile/eu.nobody.unapproved-v1:0';

/** What else a call may be authorised on. Where it leads to a foundation model, AWS asks for that model too. */
const otherResources = [
  'application-inference-profile/*',
  'async-invoke/*',
  'custom-model/*',
  'custom-model-deployment/*',
  'default-prompt-router/*',
  'imported-model/*',
  'inference-profile/*',
  'marketplace/*',
  'model-invocation-job/*',
  'project/*',
  'prompt-router/*',
  'provisioned-model/*',
  'system-tool/*',
].map((resource) => `arn:aws:bedrock:*:*:${resource}`);

const inRegion = (model: string) => `arn:aws:bedrock:eu-central-1::foundation-model/${model}`;
const inAccount = (resource: string) => `arn:aws:bedrock:eu-central-1:123456789012:${resource}`;

export default defineControl(({ ai: { approvedModels } }) => ({
  id: 'bedrock-approved-models',
  title: 'Only approved foundation models are invoked, customised or reserved in Bedrock',
  why: 'A model whose terms, training data and risks nobody assessed would decide about people or see their data.',
  fix: 'Use a model of ai.approvedModels in accounts/landing-zone.ts, or have the model assessed and added there.',
  severity: 'critical',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        // Converse, streaming and asynchronous calls are authorised as InvokeModel*. Reservations and custom models are
        // called by their own ARN: their base model is asked for only when they are made.
        Action: [
          'bedrock:CreateModelCustomizationJob',
          'bedrock:CreateModelInvocationJob',
          'bedrock:CreateProvisionedModelThroughput',
          'bedrock:InvokeModel*',
          'bedrock:UpdateProvisionedModelThroughput',
        ],
        // Any region: a profile calls models of its whole geography, and a `global.` one those of no region at all.
        NotResource: [
          ...approvedModels.map((model) => `arn:aws:bedrock:*::foundation-model/${model}`),
          ...otherResources,
        ],
      },
    ],
  },
  promises: [
    {
      that: 'Nobody, in no region, calls a foundation model that is not approved',
      deny: { Action: 'bedrock:InvokeModel*', Resource: 'arn:aws:bedrock:*::foundation-model/*' },
      assuming: [
        ...(approvedModels.length > 0
          ? [
              {
                that: 'the model is none of ai.approvedModels',
                NotResource: approvedModels.map((model) => `arn:aws:bedrock:*::foundation-model/${model}`),
              },
            ]
          : []),
        {
          // A `*` that ends a part of an ARN goes on beyond its colon, so there are texts that match both.
          that: 'no ARN is that of a foundation model and of another kind of resource',
          NotResource: otherResources,
        },
      ],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'CM-7', 'CM-7(5)']),
    judged('hipaa', ['164.308(a)(4)']),
    judged('gdpr', ['Art. 25', 'Art. 28']),
    judged('soc-2', ['CC6.3']),
    judged('eu-ai-act', ['Art. 9', 'Art. 26(1)']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MAP 4.1']),
  ],
  examples: examplesOf(approvedModels),
}));

const examplesOf = (approvedModels: readonly string[]) => [
  { when: 'the model is not approved', action, resource: inRegion('nobody.unapproved-v1:0'), denied: true },
  {
    when: 'the answer is streamed',
    action: 'bedrock:InvokeModelWithResponseStream',
    resource: inRegion('nobody.unapproved-v1:0'),
    denied: true,
  },
  {
    when: 'a profile is asked for: this ARN alone passes',
    action,
    resource: inAccount(profile),
    denied: false,
  },
  {
    when: 'the profile leads to a model that is not approved',
    action,
    resource: inRegion('nobody.unapproved-v1:0'),
    context: { 'bedrock:InferenceProfileArn': inAccount(profile) },
    denied: true,
  },
  {
    when: 'a global profile leads to such a model',
    action,
    resource: 'arn:aws:bedrock:::foundation-model/nobody.unapproved-v1:0',
    denied: true,
  },
  {
    when: 'such a model is reserved',
    action: 'bedrock:CreateProvisionedModelThroughput',
    resource: inRegion('nobody.unapproved-v1:0'),
    denied: true,
  },
  { when: 'a custom model is called', action, resource: inAccount('custom-model-deployment/a1b2c3'), denied: false },
  ...approvedModels.slice(0, 1).map((model) => ({
    when: 'the model is approved',
    action,
    resource: inRegion(model.replaceAll('*', 'v1')),
    denied: false,
  })),
];
