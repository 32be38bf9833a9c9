import {
  application,
  approver,
  type Call,
  call,
  engineer,
  job,
  key,
  lake,
  on,
  pipeline,
  responder,
  role,
  scientist,
  steward,
} from '../proofs/calls';
import { filtered, foundationModel, gateway, owned, privateTool } from '../proofs/requests-of-bedrock';
import { labelled, trainingJob } from '../proofs/requests-of-sagemaker';
import { administrator, deployer, emergency, outsider } from './path';

const landingZone = [
  call(deployer, 'stops the recorder to change it', 'config:PutConfigurationRecorder'),
  call(deployer, 'changes the view of all accounts', 'config:PutConfigurationAggregator'),
  call(deployer, 'takes a pack back', 'config:DeleteOrganizationConformancePack'),
  call(deployer, 'switches a plan on', 'guardduty:UpdateDetector'),
  call(deployer, 'lets findings of regions come together', 'securityhub:UpdateFindingAggregator'),
  call(deployer, 'subscribes an address', 'sns:Subscribe', on('sns', 'acme-ai-findings')),
  call(deployer, 'makes the role of the recorder', 'iam:CreateRole', role('acme-ai-config-recorder')),
  call(deployer, 'makes a provider', 'iam:CreateOpenIDConnectProvider'),
  call(deployer, 'makes a trust anchor', 'rolesanywhere:CreateTrustAnchor'),
  call(deployer, 'changes the policy of a key', 'kms:PutKeyPolicy', key, {
    'kms:ResourceAliases': ['alias/acme-ai-data'],
  }),
  call(deployer, 'changes the policy of the lake', 's3:PutBucketPolicy', lake('training')),
  call(deployer, 'writes its state elsewhere', 's3:PutObject', 'arn:aws:s3:::acme-terraform-state/x'),
  call(deployer, 'closes what a default VPC gives', 'ec2:ModifySubnetAttribute', '*', {
    'ec2:Attribute/MapPublicIpOnLaunch': 'false',
  }),
  call(deployer, 'sets the contacts', 'account:PutAlternateContact'),
];

const emergencies = [
  call(emergency, 'mends a guardrail that blocks all', 'bedrock:UpdateGuardrail', on('bedrock', 'guardrail/a1')),
  call(emergency, 'enforces another', 'bedrock:PutEnforcedGuardrailConfiguration'),
  call(emergency, 'opens a shell in an agent', 'bedrock-agentcore:InvokeAgentRuntimeCommandShell'),
  call(emergency, 'mends sign-in', 'iam:UpdateSAMLProvider'),
  call(emergency, 'mends a trust anchor', 'rolesanywhere:UpdateTrustAnchor'),
  call(emergency, 'stops a monitor that costs too much', 'sagemaker:StopMonitoringSchedule'),
  call(emergency, 'reopens a bucket of the lake', 's3:PutBucketPolicy', lake('training')),
  call(emergency, "deletes a key that is nobody's", 'kms:ScheduleKeyDeletion', key),
];

const everyDay = [
  call(scientist, 'reads training data', 's3:GetObject', lake('training', 'part-0001')),
  call(scientist, 'opens a link of ten minutes ago', 's3:GetObjectVersion', lake('training', 'p'), {
    's3:signatureAge': '600000',
  }),
  call(scientist, 'reads a public data set', 's3:GetObject', 'arn:aws:s3:::open-data/x', {
    'aws:ResourceOrgID': 'o-open',
  }),
  call(job, 'writes a model', 's3:PutObject', lake('models', 'm.tar.gz')),
  call(job, 'encrypts it', 'kms:GenerateDataKey', key),
  call(job, 'works in a directory bucket', 's3express:CreateSession'),
  call(engineer, 'makes a store for vectors', 'aoss:CreateCollection'),
  call(engineer, 'gives an agent a role made for it', 'iam:PassRole', role('agents/BedrockAgentCore-triage'), {
    'iam:PassedToService': 'bedrock-agentcore.amazonaws.com',
  }),
  call(engineer, 'gives a function its role', 'iam:PassRole', role('triage-application'), {
    'iam:PassedToService': 'lambda.amazonaws.com',
  }),
  call(engineer, 'makes a gateway that keeps to its policy', 'bedrock-agentcore:CreateGateway', '*', gateway),
  call(engineer, 'replicates within the organization', 's3:ReplicateObject', 'arn:aws:s3:::acme-copy/x'),
  call(scientist, 'trains', 'sagemaker:CreateTrainingJob', '*', trainingJob),
  call(engineer, 'names the owner of an endpoint', 'sagemaker:AddTags', '*', { 'aws:TagKeys': ['owner'] }),
  call(engineer, 'labels what it makes', 'sagemaker:AddTags', '*', {
    'aws:TagKeys': ['data-classification'],
    'sagemaker:TaggingAction': 'CreateEndpoint',
  }),
  call(engineer, 'makes an endpoint', 'sagemaker:CreateEndpoint', '*', labelled),
  call(approver, 'approves a version', 'sagemaker:UpdateModelPackage', '*', {
    'sagemaker:ModelApprovalStatus': 'Approved',
  }),
  call(approver, 'releases an agent', 'bedrock:UpdateAgentAlias'),
  call(steward, 'grants a table', 'lakeformation:GrantPermissions'),
  call(steward, 'connects documents', 'bedrock:CreateDataSource'),
  call(application, 'asks a model', 'bedrock:InvokeModel', foundationModel(), filtered),
  call(
    application,
    'is answered elsewhere in Europe',
    'bedrock:InvokeModel',
    foundationModel(undefined, 'eu-north-1'),
    {
      ...filtered,
      'aws:RequestedRegion': 'eu-north-1',
      'bedrock:InferenceProfileArn': on('bedrock', 'inference-profile/eu.anthropic.claude-v1:0'),
    },
  ),
  call(engineer, 'starts an agent in the VPC', 'bedrock-agentcore:CreateAgentRuntime', '*', privateTool),
  call(engineer, 'makes a guardrail', 'bedrock:CreateGuardrail', '*', owned),
  call(engineer, 'starts spot instances', 'ec2:RunInstances', on('ec2', 'instance/*'), {
    'ec2:MetadataHttpTokens': 'required',
  }),
  call(engineer, 'starts a fleet', 'ec2:CreateFleet', on('ec2', 'fleet/*')),
  call(engineer, 'takes an address of its own', 'ec2:AllocateAddress'),
  call(engineer, 'disables a key of its team', 'kms:DisableKey', key, { 'kms:ResourceAliases': ['alias/team'] }),
  call(engineer, 'subscribes to a topic of its team', 'sns:Subscribe', on('sns', 'deployments')),
  call(engineer, 'writes a rule of its own', 'config:PutConfigRule'),
  call(engineer, 'makes a trail beside ours', 'cloudtrail:CreateTrail'),
  call(engineer, 'resolves a finding', 'securityhub:BatchUpdateFindings'),
  call(responder, 'archives a finding', 'guardduty:ArchiveFindings'),
  call(responder, 'leaves a resource out of repair', 'config:PutRemediationExceptions'),
  call(pipeline, 'makes the role of a job', 'iam:CreateRole', role('service-role/triage')),
  call(administrator, 'refuses the invitation of another organization', 'organizations:DeclineHandshake'),
  call(
    { ...outsider, name: 'the delivery pipeline' },
    'signs in by the provider of the company',
    'sts:AssumeRoleWithWebIdentity',
    role('delivery'),
    {
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
    },
  ),
];

/** Where no models are used, what is there is looked at, stopped and deleted. */
const withoutAi = [
  call(administrator, 'looks for notebooks', 'sagemaker:ListNotebookInstances'),
  call(administrator, 'stops one', 'sagemaker:StopNotebookInstance'),
  call(administrator, 'deletes an agent', 'bedrock:DeleteAgent'),
  call(administrator, 'looks for agents', 'bedrock-agentcore:ListAgentRuntimes'),
  call(deployer, 'takes away what `ai` brought', 'bedrock:CreateGuardrail', '*', owned),
];

/** What the closing of paths must not stop, by the account that it is done in. */
export const staysPossible: Readonly<Record<string, readonly Call[]>> = {
  'ml-production': [...landingZone, ...emergencies, ...everyDay],
  security: [...landingZone, ...withoutAi],
  'log-archive': withoutAi,
};
