import { ADMINISTRATOR } from '../services/iam/administrator';
import {
  buckets,
  customerKeys,
  listed,
  named,
  type Probe,
  passwordPolicy,
  publicAccessBlock,
  rest,
  stackSets,
} from './probes';

/** Every service that moto answers, by signing name, with the lists of what a landing zone may leave behind there. */
export const motoServices: Readonly<Record<string, readonly Probe[]>> = {
  cloudformation: [stackSets],
  dynamodb: [listed('table', 'DynamoDB_20120810.ListTables', 'TableNames')],
  ec2: [
    named(
      'ebs-encryption-by-default',
      'GetEbsEncryptionByDefault',
      '2016-11-15',
      'ebsEncryptionByDefault',
      (value) => value === 'true',
    ),
  ],
  ecr: [
    listed('repository', 'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories', 'repositories', 'repositoryName'),
  ],
  events: [
    listed('rule', 'AWSEvents.ListRules', 'Rules', 'Name'),
    listed('event-bus', 'AWSEvents.ListEventBuses', 'EventBuses', 'Name', ({ Name }) => Name !== 'default'),
  ],
  glue: [
    listed('database', 'AWSGlue.GetDatabases', 'DatabaseList', 'Name'),
    listed('security-configuration', 'AWSGlue.GetSecurityConfigurations', 'SecurityConfigurations', 'Name'),
    listed('job', 'AWSGlue.ListJobs', 'JobNames'),
  ],
  iam: [
    // A vended account's access role belongs to AWS, as do the service-linked ones.
    named(
      'role',
      'ListRoles',
      '2010-05-08',
      'Arn',
      (arn) => !/:role\/(aws-service-role\/|OrganizationAccountAccessRole$)/.test(arn),
    ),
    named('policy', 'ListPolicies&Scope=Local', '2010-05-08', 'Arn'),
    named('user', 'ListUsers', '2010-05-08', 'Arn', (arn) => !arn.endsWith(`:user/${ADMINISTRATOR}`)),
    passwordPolicy,
  ],
  kms: [
    customerKeys,
    listed(
      'alias',
      'TrentService.ListAliases',
      'Aliases',
      'AliasName',
      ({ AliasName }) => !String(AliasName).startsWith('alias/aws/'),
    ),
  ],
  lambda: [rest('function', 'GET', '/2015-03-31/functions/', 'Functions', 'FunctionName')],
  logs: [listed('log-group', 'Logs_20140328.DescribeLogGroups', 'logGroups', 'logGroupName')],
  monitoring: [named('alarm', 'DescribeAlarms', '2010-08-01', 'AlarmArn')],
  s3: [buckets, publicAccessBlock],
  sagemaker: [
    listed('domain', 'SageMaker.ListDomains', 'Domains', 'DomainId'),
    listed('notebook-instance', 'SageMaker.ListNotebookInstances', 'NotebookInstances', 'NotebookInstanceName'),
  ],
  secretsmanager: [listed('secret', 'secretsmanager.ListSecrets', 'SecretList', 'Name')],
  sns: [
    named('topic', 'ListTopics', '2010-03-31', 'TopicArn'),
    named('subscription', 'ListSubscriptions', '2010-03-31', 'SubscriptionArn'),
  ],
  sqs: [listed('queue', 'AmazonSQS.ListQueues', 'QueueUrls')],
  ssm: [
    listed('document', 'AmazonSSM.ListDocuments', 'DocumentIdentifiers', 'Name', ({ Owner }) => Owner !== 'Amazon'),
    listed('parameter', 'AmazonSSM.DescribeParameters', 'Parameters', 'Name'),
  ],
  tagging: [],
};
