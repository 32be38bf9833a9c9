import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'bedrock-data-source-retained',
  title: 'Deleting a data source does not delete what was learned from it',
  why: 'With the vectors goes the evidence of what the model answered from; one mistake empties the assistant.',
  fix: "Set dataDeletionPolicy to 'RETAIN'. To erase a person's data, delete those documents from the knowledge base.",
  severity: 'low',
  where: workloads,
  // Rule and path after AWS's withdrawn Bedrock pack (awslabs/aws-config-rules, adca9b0).
  detect: {
    guard: `rule retained {
  configuration.DataDeletionPolicy == 'RETAIN'
}
`,
    resourceTypes: ['AWS::Bedrock::DataSource'],
    regions: { except: ['us-west-1'] },
  },
  satisfies: [
    judged('nist-800-53-r5', ['AU-11', 'CP-9']),
    judged('soc-2', ['A1.2']),
    judged('eu-ai-act', ['Art. 10', 'Art. 12']),
    judged('iso-42001', ['A.7.5']),
    judged('nist-ai-rmf', ['MANAGE 4.1']),
  ],
  examples: [
    { when: 'DataDeletionPolicy is RETAIN', compliant: true },
    { when: 'DataDeletionPolicy is DELETE', compliant: false },
    { when: 'it is left out, and Bedrock takes DELETE', compliant: false },
  ],
});
