import {
  application,
  approver,
  call,
  engineer,
  job,
  key,
  lake,
  on,
  pipeline,
  responder,
  scientist,
  steward,
} from '../calls';
import { endpointConfig, isolatedJob, labelled, model, transformJob } from '../requests-of-sagemaker';

const endpoint = on('sagemaker', 'endpoint/triage');
const config = on('sagemaker', 'endpoint-config/triage-7');
const schedule = on('sagemaker', 'monitoring-schedule/triage');

/** What serves an approved model and watches it, as it is done in the OU of production. */
export const serving = [
  call(pipeline, 'reads which version is approved', 'sagemaker:ListModelPackages'),
  call(pipeline, 'makes the model', 'sagemaker:CreateModel', on('sagemaker', 'model/triage-7'), model),
  call(pipeline, 'says how it is served', 'sagemaker:CreateEndpointConfig', config, endpointConfig),
  call(pipeline, 'says so for a GPU, which takes no key', 'sagemaker:CreateEndpointConfig', config, {
    'sagemaker:InstanceTypes': ['ml.g5.xlarge'],
  }),
  call(pipeline, 'serves it', 'sagemaker:CreateEndpoint', endpoint, labelled),
  call(pipeline, 'serves the next version', 'sagemaker:UpdateEndpoint', endpoint),
  call(pipeline, 'sends it a tenth of the traffic', 'sagemaker:UpdateEndpointWeightsAndCapacities', endpoint),
  call(pipeline, 'throws the old configuration away', 'sagemaker:DeleteEndpointConfig', config),
  call(pipeline, 'lets it grow', 'application-autoscaling:RegisterScalableTarget', '*', {
    'application-autoscaling:service-namespace': 'sagemaker',
  }),
  call(application, 'asks for a prediction', 'sagemaker:InvokeEndpoint', endpoint),
  call(application, 'asks for one that takes long', 'sagemaker:InvokeEndpointAsync', endpoint),
  call(application, 'reads features', 'sagemaker:GetRecord', on('sagemaker', 'feature-group/referrals')),
  call(engineer, 'looks at the endpoint', 'sagemaker:DescribeEndpoint', endpoint),
  call(engineer, 'looks at its latency', 'cloudwatch:GetMetricData'),
  call(engineer, 'looks at requests that were recorded', 's3:GetObject', lake('captures', 'triage/0001.jsonl')),
  call(pipeline, 'scores the night', 'sagemaker:CreateTransformJob', on('sagemaker', 'transform-job/n'), transformJob),
  call(
    pipeline,
    'works out a baseline',
    'sagemaker:CreateProcessingJob',
    on('sagemaker', 'processing-job/b'),
    isolatedJob,
  ),
  call(pipeline, 'says what good data is', 'sagemaker:CreateDataQualityJobDefinition', '*', isolatedJob),
  call(pipeline, 'says what a good answer is', 'sagemaker:CreateModelQualityJobDefinition', '*', isolatedJob),
  // Clarify asks the model, so it cannot be isolated.
  call(pipeline, 'says what a fair answer is', 'sagemaker:CreateModelBiasJobDefinition', '*', {
    ...isolatedJob,
    'sagemaker:NetworkIsolation': 'false',
  }),
  call(pipeline, 'watches the endpoint by such a definition', 'sagemaker:CreateMonitoringSchedule', schedule),
  call(engineer, 'reads what the monitor saw', 'sagemaker:ListMonitoringExecutions'),
  call(job, 'writes a report', 's3:PutObject', lake('reports', 'triage/drift.json'), {
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': key,
  }),
  call(scientist, 'reads the report', 's3:GetObject', lake('reports', 'triage/drift.json')),
  call(engineer, 'brings the model card up to date', 'sagemaker:UpdateModelCard', on('sagemaker', 'model-card/triage')),
  call(engineer, 'takes the model out of service', 'sagemaker:DeleteEndpoint', endpoint),
  call(approver, 'approves a version', 'sagemaker:UpdateModelPackage', on('sagemaker', 'model-package/triage/7'), {
    'sagemaker:ModelApprovalStatus': 'Approved',
  }),
  call(approver, 'moves the alias of an agent', 'bedrock:UpdateAgentAlias', on('bedrock', 'agent-alias/AB12/GH56')),
  call(steward, 'connects documents', 'bedrock:CreateDataSource', on('bedrock', 'knowledge-base/MN90OP12QR')),
  call(responder, 'archives a finding', 'guardduty:ArchiveFindings', on('guardduty', 'detector/d')),
];
