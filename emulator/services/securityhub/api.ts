import type { SecurityHub } from '@aws-sdk/client-securityhub';
import type { CallOf, InputOf, OperationOf, Operations, OutputOf, Wire } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** Security Hub writes dates as ISO 8601. */
type Instant = string;

/** An operation with a member of its input under the name on the wire where the SDK has another. */
type Renamed<Operation extends OperationOf<SecurityHub>, From extends string, To extends string> = (
  args: Omit<InputOf<SecurityHub, Operation>, From> & {
    readonly [Name in To]: InputOf<SecurityHub, Operation>[From & keyof InputOf<SecurityHub, Operation>];
  },
  options: never,
  done: (error: never, data?: OutputOf<SecurityHub, Operation>) => void,
) => void;

/** An ARN that keeps its slash takes the rest of the path, which the router calls `*`. */
interface OnTheWire {
  readonly getFindingAggregator: Renamed<'GetFindingAggregator', 'FindingAggregatorArn', '*'>;
  readonly deleteFindingAggregator: Renamed<'DeleteFindingAggregator', 'FindingAggregatorArn', '*'>;
  readonly untagResource: Renamed<'UntagResource', 'TagKeys', 'tagKeys'>;
}

type Client = Omit<SecurityHub, keyof OnTheWire> & OnTheWire;

/** Handlers of AWS Security Hub CSPM. */
export type SecurityHubOperations = Operations<Client, Instant>;

export type SecurityHubCall<Operation extends OperationOf<Client>> = CallOf<Client, Operation, Instant>;

export type Input<Operation extends OperationOf<Client>> = InputOf<Client, Operation, Instant>;

/** A shape of the SDK's as Security Hub writes it. */
export type Shape<T> = Wire<T, Instant>;

/** The requests that name Security Hub's operations. Source: botocore's model securityhub/2018-10-26. */
export const routes: Routes<Client> = {
  EnableSecurityHub: 'POST /accounts',
  DescribeHub: 'GET /accounts',
  UpdateSecurityHubConfiguration: 'PATCH /accounts',
  DisableSecurityHub: 'DELETE /accounts',
  DescribeStandards: ['GET /standards', { MaxResults: 'number' }],
  BatchEnableStandards: 'POST /standards/register',
  BatchDisableStandards: 'POST /standards/deregister',
  GetEnabledStandards: 'POST /standards/get',
  EnableOrganizationAdminAccount: 'POST /organization/admin/enable',
  DisableOrganizationAdminAccount: 'POST /organization/admin/disable',
  ListOrganizationAdminAccounts: ['GET /organization/admin', { MaxResults: 'number' }],
  DescribeOrganizationConfiguration: 'GET /organization/configuration',
  UpdateOrganizationConfiguration: 'POST /organization/configuration',
  CreateMembers: 'POST /members',
  ListMembers: ['GET /members', { OnlyAssociated: 'boolean', MaxResults: 'number' }],
  GetMembers: 'POST /members/get',
  DisassociateMembers: 'POST /members/disassociate',
  DeleteMembers: 'POST /members/delete',
  GetAdministratorAccount: 'GET /administrator',
  CreateFindingAggregator: 'POST /findingAggregator/create',
  GetFindingAggregator: 'GET /findingAggregator/get/*',
  UpdateFindingAggregator: 'PATCH /findingAggregator/update',
  DeleteFindingAggregator: 'DELETE /findingAggregator/delete/*',
  ListFindingAggregators: ['GET /findingAggregator/list', { MaxResults: 'number' }],
  CreateConfigurationPolicy: 'POST /configurationPolicy/create',
  GetConfigurationPolicy: 'GET /configurationPolicy/get/:Identifier',
  ListConfigurationPolicies: ['GET /configurationPolicy/list', { MaxResults: 'number' }],
  UpdateConfigurationPolicy: 'PATCH /configurationPolicy/:Identifier',
  DeleteConfigurationPolicy: 'DELETE /configurationPolicy/:Identifier',
  StartConfigurationPolicyAssociation: 'POST /configurationPolicyAssociation/associate',
  StartConfigurationPolicyDisassociation: 'POST /configurationPolicyAssociation/disassociate',
  GetConfigurationPolicyAssociation: 'POST /configurationPolicyAssociation/get',
  ListConfigurationPolicyAssociations: 'POST /configurationPolicyAssociation/list',
  BatchGetConfigurationPolicyAssociations: 'POST /configurationPolicyAssociation/batchget',
  GetMasterAccount: 'GET /master',
  GetFindings: 'POST /findings',
  GetInsights: 'POST /insights/get',
  DescribeActionTargets: 'POST /actionTargets/get',
  ListAutomationRules: ['GET /automationrules/list', { MaxResults: 'number' }],
  ListInvitations: ['GET /invitations', { MaxResults: 'number' }],
  GetInvitationsCount: 'GET /invitations/count',
  ListEnabledProductsForImport: ['GET /productSubscriptions', { MaxResults: 'number' }],
  ListTagsForResource: 'GET /tags/:ResourceArn',
  TagResource: 'POST /tags/:ResourceArn',
  UntagResource: ['DELETE /tags/:ResourceArn', { tagKeys: 'list' }],
};
