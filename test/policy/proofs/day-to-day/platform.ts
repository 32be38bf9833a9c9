import { application, call, engineer, glueJob, job, key, lake, on, pipeline, role, scientist } from '../calls';

const encrypted = {
  's3:x-amz-server-side-encryption': 'aws:kms',
  's3:x-amz-server-side-encryption-aws-kms-key-id': key,
};
const foreign = { 'aws:ResourceOrgID': 'o-registryofopendata', 'aws:ResourceAccount': '999988887777' };
const throughS3 = { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' };
const throughAthena = { 'aws:CalledVia': 'athena.amazonaws.com', 'aws:ViaAWSService': 'true' };
const object = 'referrals/2026/11/part-0001.parquet';

/** Data, code and operations: ordinary in every account in which models are tried, trained or served. */
export const platform = [
  call(scientist, 'looks what training data there is', 's3:ListBucket', lake('training')),
  call(scientist, 'reads training data', 's3:GetObject', lake('training', object)),
  call(scientist, 'decrypts what it reads', 'kms:Decrypt', key, throughS3),
  call(scientist, 'opens a link to a plot that is ten minutes old', 's3:GetObject', lake('training', 'plot.png'), {
    's3:authType': 'REST-QUERY-STRING',
    's3:signatureAge': '600000',
  }),
  call(scientist, 'reads a public data set', 's3:GetObject', 'arn:aws:s3:::open-data/part-0001', foreign),
  call(job, 'loads weights of JumpStart', 's3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-eu-central-1/x', foreign),
  call(job, 'writes features', 's3:PutObject', lake('features', object), encrypted),
  call(job, 'encrypts features', 'kms:GenerateDataKey', key, throughS3),
  call(job, 'gives up an upload', 's3:AbortMultipartUpload', lake('features', object)),
  call(job, 'lets its instances use the key', 'kms:CreateGrant', key, { 'kms:GrantIsForAWSResource': 'true' }),
  call(scientist, 'asks the lake', 'athena:StartQueryExecution', on('athena', 'workgroup/research')),
  call(scientist, 'gets the answer written', 's3:PutObject', 'arn:aws:s3:::acme-athena/q.csv', throughAthena),
  call(scientist, 'reads the answer', 'athena:GetQueryResults', on('athena', 'workgroup/research')),
  call(scientist, 'looks a table up', 'glue:GetTable', on('glue', 'table/referrals/visits')),
  call(scientist, 'gets the rows that Lake Formation grants', 'lakeformation:GetDataAccess'),
  call(scientist, 'looks who may see a table', 'lakeformation:ListPermissions'),
  call(pipeline, 'starts the nightly preparation', 'glue:StartJobRun', on('glue', 'job/prepare-visits')),
  call(glueJob, 'adds a partition', 'glue:BatchCreatePartition', on('glue', 'table/referrals/visits')),
  call(glueJob, 'writes its log', 'logs:PutLogEvents', on('logs', 'log-group:/aws-glue/jobs/output:*')),
  call(
    application,
    'reads the password of its database',
    'secretsmanager:GetSecretValue',
    on('secretsmanager', 'secret:t'),
  ),
  call(application, 'reads its settings', 'ssm:GetParameter', on('ssm', 'parameter/triage/threshold')),
  call(application, 'keeps a case', 'dynamodb:PutItem', on('dynamodb', 'table/cases')),
  call(application, 'queues a referral', 'sqs:SendMessage', on('sqs', 'referrals')),
  call(job, 'signs in to the image registry', 'ecr:GetAuthorizationToken'),
  call(job, 'pulls its image', 'ecr:BatchGetImage', on('ecr', 'repository/triage')),
  call(job, "pulls an image of AWS's", 'ecr:BatchGetImage', 'arn:aws:ecr:eu-central-1:763104351884:repository/pytorch'),
  call(pipeline, 'pushes an image', 'ecr:PutImage', on('ecr', 'repository/triage')),
  call(job, 'writes its log', 'logs:CreateLogStream', on('logs', 'log-group:/aws/sagemaker/TrainingJobs:*')),
  call(engineer, 'searches the logs', 'logs:StartQuery', on('logs', 'log-group:/aws/sagemaker/TrainingJobs:*')),
  call(job, 'reports its loss', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'triage' }),
  call(job, 'joins the VPC', 'ec2:CreateNetworkInterface', on('ec2', 'subnet/subnet-0a1b2c3d')),
  call(engineer, 'looks for a subnet', 'ec2:DescribeSubnets'),
  call(scientist, 'asks who it is', 'sts:GetCallerIdentity'),
  call(scientist, 'takes the role that reads features', 'sts:AssumeRole', role('feature-reader')),
  call(engineer, 'gives a job its role', 'iam:PassRole', role('service-role/triage-sagemaker'), {
    'iam:PassedToService': 'sagemaker.amazonaws.com',
  }),
  call(pipeline, 'makes the role of a job', 'iam:CreateRole', role('service-role/triage-sagemaker')),
  call(pipeline, 'says what the role may do', 'iam:PutRolePolicy', role('service-role/triage-sagemaker')),
  call(pipeline, 'updates a function', 'lambda:UpdateFunctionCode', on('lambda', 'function:triage-preprocess')),
  call(pipeline, 'schedules the training', 'events:PutRule', on('events', 'rule/nightly-training')),
  call(pipeline, 'starts a workflow', 'states:StartExecution', on('states', 'stateMachine:triage')),
  call(pipeline, 'builds an image', 'codebuild:StartBuild', on('codebuild', 'project/triage')),
  call(engineer, 'makes a key', 'kms:CreateKey'),
  call(engineer, 'makes a bucket', 's3:CreateBucket', 'arn:aws:s3:::triage-scratch'),
  call(engineer, 'sets its policy', 's3:PutBucketPolicy', 'arn:aws:s3:::triage-scratch'),
  call(engineer, 'starts an instance', 'ec2:RunInstances', on('ec2', 'instance/*'), {
    'ec2:InstanceType': 'm5.large',
    'ec2:MetadataHttpTokens': 'required',
  }),
  call(engineer, 'puts it into a private subnet', 'ec2:RunInstances', on('ec2', 'network-interface/*'), {
    'ec2:AssociatePublicIpAddress': 'false',
  }),
  call(engineer, 'shares features with another account', 'ram:CreateResourceShare', '*', {
    'ram:RequestedAllowsExternalPrincipals': 'false',
  }),
  call(engineer, 'reads findings', 'securityhub:GetFindings'),
  call(engineer, 'looks what does not comply', 'config:DescribeComplianceByConfigRule'),
  call(engineer, 'looks who did it', 'cloudtrail:LookupEvents'),
  call(engineer, 'looks at the bill', 'ce:GetCostAndUsage', '*', { 'aws:RequestedRegion': 'us-east-1' }),
  call(engineer, 'asks AWS for help', 'support:CreateCase', '*', { 'aws:RequestedRegion': 'us-east-1' }),
];
