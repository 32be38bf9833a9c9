import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import { MotoInventory } from '../../emulator/moto/inventory';
import { startMoto } from '../../emulator/moto/server';
import { motoServices } from '../../emulator/moto/services';
import { MANAGEMENT } from '../support/world';

const OUTSIDE = '999999999999';

// Skipped where moto_server is not on PATH: these tests are about what it really answers.
const withMoto = spawnSync('moto_server', ['--help']).error ? describe.skip : describe;

/** Sends one call in the query or JSON protocol, signed with the environment's key or another. */
function call(
  aws: EmulatedAws,
  service: string,
  headers: Record<string, string>,
  body: string,
  accessKey?: string,
): Promise<string> {
  const key = accessKey ?? aws.environment.AWS_ACCESS_KEY_ID;
  const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20260101/eu-central-1/${service}/aws4_request`;
  return new Promise((resolve, reject) => {
    const outgoing = request({ port: aws.port, method: 'POST', headers: { authorization, ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = (target: string) => ({ 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target });
const assumeRole = (account: string) =>
  `Action=AssumeRole&RoleSessionName=test&RoleArn=arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;

withMoto('the emulated AWS', () => {
  let aws: EmulatedAws;
  beforeAll(async () => {
    aws = await startEmulatedAws({ settings: { outsideAccounts: [{ id: OUTSIDE, email: 'out@example.com' }] } });
  }, 30_000);
  afterAll(() => aws.close());

  test('starts with nothing in it', async () => {
    expect(await aws.leftovers()).toEqual([]);
  });

  test.each([
    {
      what: 'a log group',
      service: 'logs',
      create: [json('Logs_20140328.CreateLogGroup'), '{"logGroupName":"g"}'],
      tag: [
        json('Logs_20140328.TagResource'),
        `{"resourceArn":"arn:aws:logs:eu-central-1:${MANAGEMENT}:log-group:g","tags":{"of":"first"}}`,
      ],
      remove: [json('Logs_20140328.DeleteLogGroup'), '{"logGroupName":"g"}'],
      tags: [
        json('Logs_20140328.ListTagsForResource'),
        `{"resourceArn":"arn:aws:logs:eu-central-1:${MANAGEMENT}:log-group:g"}`,
      ],
    },
    {
      what: 'a database',
      service: 'glue',
      create: [json('AWSGlue.CreateDatabase'), '{"DatabaseInput":{"Name":"d"}}'],
      tag: [
        json('AWSGlue.TagResource'),
        `{"ResourceArn":"arn:aws:glue:eu-central-1:${MANAGEMENT}:database/d","TagsToAdd":{"of":"first"}}`,
      ],
      remove: [json('AWSGlue.DeleteDatabase'), '{"Name":"d"}'],
      tags: [json('AWSGlue.GetTags'), `{"ResourceArn":"arn:aws:glue:eu-central-1:${MANAGEMENT}:database/d"}`],
    },
    {
      what: 'an alarm',
      service: 'monitoring',
      create: [
        form,
        'Action=PutMetricAlarm&Version=2010-08-01&AlarmName=a&ComparisonOperator=GreaterThanThreshold&EvaluationPeriods=1&MetricName=m&Namespace=n&Period=60&Statistic=Sum&Threshold=1',
      ],
      tag: [
        form,
        `Action=TagResource&Version=2010-08-01&ResourceARN=arn:aws:cloudwatch:eu-central-1:${MANAGEMENT}:alarm:a&Tags.member.1.Key=of&Tags.member.1.Value=first`,
      ],
      remove: [form, 'Action=DeleteAlarms&Version=2010-08-01&AlarmNames.member.1=a'],
      tags: [
        form,
        `Action=ListTagsForResource&Version=2010-08-01&ResourceARN=arn:aws:cloudwatch:eu-central-1:${MANAGEMENT}:alarm:a`,
      ],
    },
  ] as const)('forgets the tags of $what that is deleted', async ({ service, create, tag, remove, tags }) => {
    const ask = ([headers, body]: readonly [Record<string, string>, string]) => call(aws, service, headers, body);
    await ask(create);
    await ask(tag);
    expect(await ask(tags)).toContain('first');
    await ask(remove);
    expect(await ask(tags)).not.toContain('first');
  });

  test('keeps what two accounts create apart, and shows it as left', async () => {
    const organizations = { 'x-amz-target': 'AWSOrganizationsV20161128.CreateOrganization' };
    const organization = JSON.parse(await call(aws, 'organizations', organizations, '{}')).Organization.Id;
    const key = /<AccessKeyId>(\w+)</.exec(await call(aws, 'sts', form, assumeRole(OUTSIDE)))?.[1];
    await call(aws, 'sns', form, 'Action=CreateTopic&Name=findings&Version=2010-03-31', key);

    expect(await aws.leftovers()).toEqual([
      { account: MANAGEMENT, resource: `global organization ${organization}` },
      { account: OUTSIDE, resource: `eu-central-1 topic arn:aws:sns:eu-central-1:${OUTSIDE}:findings` },
    ]);
  });

  test('counts the inline policies of a role together, as moto does not', async () => {
    const iam = (action: string, parameters: Record<string, string>) =>
      call(aws, 'iam', form, new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }).toString());
    const statement = (size: number) => ({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${'b'.repeat(size)}/*`,
    });
    const document = (size: number) => JSON.stringify({ Version: '2012-10-17', Statement: [statement(size)] });
    const trusted = { Effect: 'Allow', Principal: { AWS: MANAGEMENT }, Action: 'sts:AssumeRole' };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trusted] });
    const put = (PolicyName: string) =>
      iam('PutRolePolicy', { RoleName: 'lake', PolicyName, PolicyDocument: document(5100) });
    await iam('CreateRole', { RoleName: 'lake', AssumeRolePolicyDocument });
    expect(await put('read')).toContain('PutRolePolicyResponse');
    expect(await put('write')).toContain('Maximum policy size of 10240 bytes exceeded for role lake');
    expect(await put('read')).toContain('PutRolePolicyResponse');
    await iam('DeleteRolePolicy', { RoleName: 'lake', PolicyName: 'read' });
    await iam('DeleteRole', { RoleName: 'lake' });
  });

  test('answers where moto is wrong as AWS does', async () => {
    const key = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.CreateKey' };
    const { KeyMetadata } = JSON.parse(await call(aws, 'kms', key, '{}'));
    expect(KeyMetadata).toMatchObject({ MultiRegion: false });
    const deletion = { ...key, 'x-amz-target': 'TrentService.ScheduleKeyDeletion' };
    await call(aws, 'kms', deletion, JSON.stringify({ KeyId: KeyMetadata.KeyId }));
    const glue = { ...key, 'x-amz-target': 'AWSGlue.GetResourcePolicy' };
    expect(await call(aws, 'glue', glue, '{}')).toContain('EntityNotFoundException');
    const iam = (action: string) => call(aws, 'iam', form, `Action=${action}&Version=2010-05-08`);
    while (!(await iam('GenerateCredentialReport')).includes('COMPLETE'));
    const [, content = ''] = /<Content>(.*?)<\/Content>/.exec(await iam('GetCredentialReport')) ?? [];
    expect(Buffer.from(content, 'base64').toString().split('\n')[1]).toMatch(/^<root_account>,/);
    const snapshots = 'Action=DescribeSnapshots&Version=2016-11-15&Owner.1=self';
    expect(await call(aws, 'ec2', form, snapshots)).not.toContain('<snapshotId>');
  });

  test('refuses the access role of an account that does not exist', async () => {
    expect(await call(aws, 'sts', form, assumeRole('888888888888'))).toContain('<Code>AccessDenied</Code>');
  });
});

withMoto('an organization that exists before the emulated AWS starts', () => {
  test('is left over, and its accounts open through their access role', async () => {
    const [organizationId, account] = ['o-existing00', { id: '444444444444', email: 'ml@example.com', name: 'ML' }];
    const aws = await startEmulatedAws({ settings: { existing: { organizationId, accounts: [account] } } });
    try {
      expect(await call(aws, 'sts', form, assumeRole(account.id))).toContain(`<AccessKeyId>ASIA${account.id}`);
      expect(await aws.leftovers()).toEqual([
        { account: MANAGEMENT, resource: `global organization ${organizationId}` },
        { account: MANAGEMENT, resource: `global account ${account.id}` },
      ]);
    } finally {
      await aws.close();
    }
  }, 30_000);
});

withMoto('the inventory of moto', () => {
  test('can count what is left in every service that is passed on', async () => {
    const moto = await startMoto();
    try {
      const inventory = new MotoInventory();
      for (const service of Object.keys(motoServices)) inventory.touch(MANAGEMENT, 'eu-central-1', service);

      await expect(inventory.leftovers(moto)).resolves.toEqual([]);
    } finally {
      await moto.close();
    }
  }, 60_000);

  test('fails loudly where a list cannot be had', async () => {
    const inventory = new MotoInventory();
    inventory.touch(MANAGEMENT, 'eu-central-1', 'sns');

    await expect(inventory.leftovers({ request: async () => ({ status: 500, body: 'oops' }) })).rejects.toThrow(
      /could not list what is left.*500 oops/,
    );
  });
});

test('says how to install moto where it is missing', async () => {
  const { PATH } = process.env;
  process.env.PATH = '';
  try {
    await expect(startMoto()).rejects.toThrow('moto_server not found on PATH');
  } finally {
    process.env.PATH = PATH;
  }
});
