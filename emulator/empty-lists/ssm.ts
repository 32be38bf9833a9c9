import type { EmptyLists } from './empty-list';

/** Source: botocore's model ssm/2014-11-06. */
export const ssm: EmptyLists = {
  DescribeActivations: ['ActivationList', 'CreateActivation'],
  DescribeAutomationExecutions: ['AutomationExecutionMetadataList', 'StartAutomationExecution'],
  DescribeInstanceInformation: ['InstanceInformationList', 'CreateActivation'],
  DescribeOpsItems: ['OpsItemSummaries', 'CreateOpsItem'],
  GetInventory: ['Entities', 'PutInventory'],
  ListAssociations: ['Associations', 'CreateAssociation'],
  ListComplianceItems: ['ComplianceItems', 'PutComplianceItems'],
  ListOpsItemEvents: ['Summaries', 'CreateOpsItem'],
  ListOpsItemRelatedItems: ['Summaries', 'AssociateOpsItemRelatedItem'],
  ListOpsMetadata: ['OpsMetadataList', 'CreateOpsMetadata'],
  ListResourceDataSync: ['ResourceDataSyncItems', 'CreateResourceDataSync'],
};
