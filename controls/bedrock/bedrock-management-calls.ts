import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'bedrock-management-calls',
  title: 'Whoever calls a model in the management account is told of within minutes',
  why: 'No policy of the organization binds that account, and nothing records its prompts: models there are for thieves alone.',
  fix: 'Call models in an account with `ai`. If nobody did it knowingly, look for the caller in the trail of the organization.',
  severity: 'high',
  where: everyAccount,
  keptBy: [
    {
      stack: 'account',
      account: 'management',
      resource: 'aws_cloudwatch_metric_alarm.management-models',
      regions: 'every',
      saying: ['SELECT SUM(Invocations) FROM SCHEMA("AWS/Bedrock", ModelId)', '"threshold":0'],
    },
    {
      stack: 'account',
      account: 'management',
      resource: 'aws_cloudwatch_metric_alarm.management-mantle',
      regions: 'every',
      saying: ['SELECT SUM(Inferences) FROM SCHEMA("AWS/BedrockMantle", Model)', '"threshold":0'],
    },
    {
      stack: 'account',
      account: 'management',
      resource: 'aws_cloudwatch_event_rule.forward-failures',
      regions: 'every',
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-6', 'SI-4', 'SI-4(5)']),
    judged('soc-2', ['CC7.2', 'CC7.3']),
    judged('eu-ai-act', ['Art. 26(5)']),
    judged('iso-42001', ['A.6.2.6', 'A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4', 'MANAGE 4.1']),
  ],
});
