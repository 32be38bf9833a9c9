import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const subscribe = 'aws-marketplace:Subscribe';
const throughBedrock = { 'aws:CalledViaLast': 'bedrock.amazonaws.com' };

export default defineControl({
  id: 'bedrock-model-agreements',
  title: 'Only approvers accept the terms of a model provider',
  why: 'The first call to a model of AWS Marketplace signs its licence and prices for the company, whoever makes it.',
  fix: 'Ask a model approver to call the model once in your account; afterwards every role that may invoke it can.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        // They have no resource type in IAM: which model is meant cannot be said, so approved ones are not left out.
        Action: [
          'bedrock:CreateFoundationModelAgreement',
          'bedrock:PutFoundationModelEntitlement',
          'bedrock:PutUseCaseForModelAccess',
        ],
      },
      // Bedrock subscribes by itself, as the caller. Other purchases in the Marketplace are not this control's matter.
      { Action: subscribe, Condition: { StringEquals: throughBedrock } },
    ],
    exempt: ['deployRole', 'modelApprovers'],
  },
  promises: [
    {
      that: 'Nobody but an approver or the deployment agrees to what the maker of a model asks',
      deny: { Action: ['bedrock:CreateFoundationModelAgreement', 'bedrock:PutFoundationModelEntitlement'] },
      exempt: ['deployRole', 'modelApprovers'],
    },
    {
      that: 'Nobody else buys a model by calling it',
      deny: { Action: 'aws-marketplace:Subscribe', Condition: { StringEquals: throughBedrock } },
      exempt: ['deployRole', 'modelApprovers'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-5', 'SA-4', 'SA-9']),
    judged('gdpr', ['Art. 28']),
    judged('soc-2', ['CC9.2']),
    judged('eu-ai-act', ['Art. 26(1)']),
    judged('iso-42001', ['A.10.2', 'A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MAP 4.1']),
  ],
  examples: [
    { when: 'somebody accepts an offer', action: 'bedrock:CreateFoundationModelAgreement', denied: true },
    { when: 'the first call to a model subscribes to it', action: subscribe, context: throughBedrock, denied: true },
    { when: 'something else is bought', action: subscribe, denied: false },
    {
      when: 'an approver accepts an offer',
      action: 'bedrock:CreateFoundationModelAgreement',
      principal: 'modelApprovers',
      denied: false,
    },
  ],
});
