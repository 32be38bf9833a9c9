import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-endpoint-data-capture',
  title: 'Endpoints record what they are asked and what they answer',
  why: 'Without recorded requests drift stays unseen, and nobody can show later why a model decided as it did.',
  fix:
    'Create an endpoint configuration with DataCaptureConfig.EnableCapture true and a bucket for it. A serverless ' +
    'endpoint cannot capture: record in the caller.',
  severity: 'medium',
  where: workloads,
  detect: {
    guard: `rule data_capture_on when resourceType == "AWS::SageMaker::EndpointConfig" {
  configuration.DataCaptureConfig.EnableCapture == true
}`,
    resourceTypes: ['AWS::SageMaker::EndpointConfig'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-12', 'CA-7']),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 5(2)']),
    judged('soc-2', ['CC7.2', 'PI1.5']),
    judged('eu-ai-act', ['Art. 12', 'Art. 19', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['MEASURE 2.4', 'MANAGE 4.1']),
  ],
  examples: [
    { when: 'DataCaptureConfig.EnableCapture is true', compliant: true },
    { when: 'DataCaptureConfig.EnableCapture is false', compliant: false },
    { when: 'there is no DataCaptureConfig', compliant: false },
  ],
});
