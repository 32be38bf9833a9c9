import { spawnSync } from 'node:child_process';
import * as cloudformation from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, GetRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';

// Skipped where moto_server is not on PATH: these tests are about what it really answers.
const withMoto = spawnSync('moto_server', ['--help']).error ? describe.skip : describe;

const member = '444455556666';
const StackSetName = 'read-roles';
const trust = { Version: '2012-10-17', Statement: [] };
const may = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['sqs:ListQueues'], Resource: '*' }] };
const TemplateBody = JSON.stringify({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'reader',
        AssumeRolePolicyDocument: trust,
        Policies: [{ PolicyName: 'plan', PolicyDocument: may }],
      },
    },
  },
});

withMoto('a StackSet', () => {
  let aws: EmulatedAws;
  beforeAll(async () => {
    aws = await startEmulatedAws({ settings: { outsideAccounts: [{ id: member, email: 'member@example.com' }] } });
  }, 120_000);
  afterAll(() => aws.close());

  const optionsOf = (accessKeyId: string) => ({
    endpoint: `http://127.0.0.1:${aws.port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId, secretAccessKey: 'x' },
    maxAttempts: 1,
  });

  it('makes its stack in another account, says how its operations are executed, and is left over until it is deleted', async () => {
    const client = new cloudformation.CloudFormationClient(optionsOf(aws.accessKey));
    const ManagedExecution = { Active: true };
    const where = { StackSetName, Accounts: [member], Regions: ['eu-central-1'] };
    await client.send(new cloudformation.CreateStackSetCommand({ StackSetName, TemplateBody, ManagedExecution }));
    await client.send(new cloudformation.CreateStackInstancesCommand(where));
    const { StackSet } = await client.send(new cloudformation.DescribeStackSetCommand({ StackSetName }));
    expect(StackSet?.ManagedExecution).toEqual(ManagedExecution);
    const RoleArn = `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`;
    const { Credentials } = await new STSClient(optionsOf(aws.accessKey)).send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }),
    );
    const iam = new IAMClient(optionsOf(Credentials?.AccessKeyId ?? ''));
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'reader' }));
    expect(Role?.Arn).toBe(`arn:aws:iam::${member}:role/reader`);
    const asked = new GetRolePolicyCommand({ RoleName: 'reader', PolicyName: 'plan' });
    const { PolicyDocument = '' } = await iam.send(asked);
    expect(JSON.parse(decodeURIComponent(PolicyDocument))).toEqual(may);
    const leftOver = async () => (await aws.leftovers()).filter(({ resource }) => resource.includes('stack-set'));
    expect(await leftOver()).toHaveLength(1);
    await client.send(new cloudformation.DeleteStackInstancesCommand({ ...where, RetainStacks: false }));
    await client.send(new cloudformation.DeleteStackSetCommand({ StackSetName }));
    expect(await leftOver()).toEqual([]);
  }, 240_000);
});
