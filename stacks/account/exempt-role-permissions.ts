import type { Statement } from '../../policy/iam/statement';
import type { MadeDuty } from '../../schema/forms/made-role-view';

/** What a role may do by IAM; the policies of the organization go on denying what its duty does not exempt it from. */
export interface DutyPermissions {
  readonly description: string;
  /** Names of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  readonly statements: readonly Statement[];
}

/** Reads by which an approver judges a version: what it is, what it was made of, and what its card says. */
const judgeModels: Statement = {
  Sid: 'Judge',
  Effect: 'Allow',
  Action: [
    'sagemaker:DescribeModelCard',
    'sagemaker:DescribeModelPackage',
    'sagemaker:DescribeModelPackageGroup',
    'sagemaker:DescribeTrainingJob',
    'sagemaker:ListModelCards',
    'sagemaker:ListModelCardVersions',
    'sagemaker:ListModelPackageGroups',
    'sagemaker:ListModelPackages',
    'sagemaker:QueryLineage',
    'sagemaker:Search',
    'bedrock:GetAgent',
    'bedrock:GetAgentAlias',
    'bedrock:GetFlow',
    'bedrock:GetFlowAlias',
    'bedrock:GetFoundationModel',
    'bedrock:GetFoundationModelAvailability',
    'bedrock:ListAgentAliases',
    'bedrock:ListAgents',
    'bedrock:ListFlowAliases',
    'bedrock:ListFlows',
    'bedrock:ListFoundationModelAgreementOffers',
    'bedrock:ListFoundationModels',
    'bedrock-agentcore:GetRegistryRecord',
    'bedrock-agentcore:ListRegistryRecords',
  ],
  Resource: '*',
};

/** What controls reserve for approvers and what takes no other role: training data, artifacts and execution roles stay out of reach. */
const approve: readonly Statement[] = [
  {
    Sid: 'Approve',
    Effect: 'Allow',
    Action: 'sagemaker:UpdateModelPackage',
    Resource: '*',
    // With the status or not at all: an approver changes nothing else about a version.
    Condition: { Null: { 'sagemaker:ModelApprovalStatus': 'false' } },
  },
  {
    Sid: 'Release',
    Effect: 'Allow',
    Action: [
      'bedrock:CreateAgentAlias',
      'bedrock:CreateFlowAlias',
      'bedrock:UpdateAgentAlias',
      'bedrock:UpdateFlowAlias',
      'bedrock-agentcore:UpdateRegistryRecordStatus',
    ],
    Resource: '*',
  },
  {
    Sid: 'AcceptTerms',
    Effect: 'Allow',
    Action: [
      'bedrock:CreateFoundationModelAgreement',
      'bedrock:PutFoundationModelEntitlement',
      'bedrock:PutUseCaseForModelAccess',
    ],
    Resource: '*',
  },
  {
    Sid: 'SubscribeThroughBedrock',
    Effect: 'Allow',
    Action: ['aws-marketplace:Subscribe', 'aws-marketplace:ViewSubscriptions'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:CalledViaLast': 'bedrock.amazonaws.com' } },
  },
];

/** What the control detection-suppression leaves to responders, and the states of findings. */
const respond: Statement = {
  Sid: 'Respond',
  Effect: 'Allow',
  Action: [
    'access-analyzer:ApplyArchiveRule',
    'access-analyzer:CreateArchiveRule',
    'access-analyzer:UpdateArchiveRule',
    'access-analyzer:UpdateFindings',
    'guardduty:ArchiveFindings',
    'guardduty:CreateFilter',
    'guardduty:UnarchiveFindings',
    'guardduty:UpdateFilter',
    'guardduty:UpdateFindingsFeedback',
    'macie2:CreateFindingsFilter',
    'macie2:UpdateFindingsFilter',
    'securityhub:BatchUpdateFindings',
    'securityhub:BatchUpdateAutomationRules',
    'securityhub:CreateAutomationRule',
  ],
  Resource: '*',
};

/** By what a role is exempt for. */
export const dutyPermissions: Readonly<Record<MadeDuty, DutyPermissions>> = {
  breakGlass: {
    description: 'For emergencies; each use is reported',
    managedPolicies: ['AdministratorAccess'],
    statements: [],
  },
  modelApprovers: {
    description: 'Approves versions of models, releases of agents and terms of model providers',
    managedPolicies: [],
    statements: [judgeModels, ...approve],
  },
  securityResponders: {
    description: 'Judges findings, and archives or suppresses them',
    managedPolicies: ['SecurityAudit'],
    statements: [respond],
  },
};
