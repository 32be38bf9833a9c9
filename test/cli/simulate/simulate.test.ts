import { simulate } from '../../../cli/simulate';
import { run as runSimulate } from '../../../cli/simulate/run';
import { madeControl } from '../../support/made-control';
import { policyOf, unitAt } from '../../support/requests';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

const zone = zoneOf({ controls: [madeControl({ id: 'no-bucket' }), madeControl({ id: 'no-object' })] });
const policies = [
  policyOf([{ Action: 's3:CreateBucket' }], { at: unitAt('Workloads'), name: 'workloads-1', controls: ['no-bucket'] }),
  policyOf([{ Action: 's3:PutObject', Resource: 'arn:aws:s3:::logs/*' }], {
    type: 'RESOURCE_CONTROL_POLICY',
    name: 'root-resources-1',
    controls: ['no-object'],
  }),
  policyOf([{ Action: 'sqs:*', Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['secret'] } } }]),
  policyOf([{ Action: 'sns:*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } } }]),
];

const inZone = (of = zone, by = policies): typeof simulate => ({
  ...simulate,
  run: (options, context) => runSimulate(options, context, { zone: of, policies: by }),
});

/** Runs the command to its end and answers its exit code and what it wrote. */
async function run(...args: string[]) {
  const { code, stdout, stderr } = await runCli(inZone(), args);
  expect(stderr).toBe('');
  return { code, text: stdout };
}

const models = (action: string, ...more: string[]) => run('--account', 'models', '--action', action, ...more);

/** The message of a command that refuses its options; nothing has been answered then. */
async function refusal(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(inZone(), args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return stderr;
}

describe('simulate', () => {
  it('says that a request is denied, by which control, why, and what to do instead', async () => {
    const { code, text } = await models('s3:CreateBucket');
    expect(code).toBe(2);
    expect(text).toMatch(/^Denied: s3:CreateBucket on \* in models, asked for by arn:aws:iam::\d{12}:role\/\w+\n/);
    expect(text).toContain('no-bucket: Nobody makes a bucket');
    expect(text).toContain('why   A bucket that nobody planned holds data that nobody protects.');
    expect(text).toContain('fix   Ask for one.');
    expect(text).toContain('file  controls/made/no-bucket.ts');
    expect(text).toContain('by    SCP workloads-1 at Workloads');
    expect(text).not.toContain('no-object');
  });

  it('says that a request is allowed, and that other policies may deny it still', async () => {
    const { code, text } = await models('s3:ListAllMyBuckets');
    expect(code).toBe(0);
    expect(text).toMatch(/^Allowed: s3:ListAllMyBuckets/);
    expect(text).toContain('identity policies, resource policies and session policies may still deny');
  });

  it('shows each node from the root to the account with its policies', async () => {
    const { text } = await models('s3:CreateBucket');
    const rows = text.split('\n').filter((line) => /[│|] SCP/.test(line));
    expect(rows.map((row) => row.split(/[│|]/).map((cell) => cell.trim()))).toEqual([
      ['', 'SCP', 'Root', 'FullAWSAccess, made', 'allows', ''],
      ['', 'SCP', 'Workloads', 'FullAWSAccess, workloads-1', 'denies', ''],
      ['', 'SCP', 'Workloads/MachineLearning', 'FullAWSAccess', 'allows', ''],
      ['', 'SCP', 'Workloads/MachineLearning/Production', 'FullAWSAccess', 'allows', ''],
      ['', 'SCP', 'models', 'FullAWSAccess', 'allows', ''],
    ]);
  });

  it('says why policies of a type do not bind, and what a request without a resource leaves out', async () => {
    const { text } = await models('sagemaker:CreateModel');
    expect(text).toContain('RCPs do not bind it: they do not cover sagemaker.');
    expect(text).toContain(
      'No --resource was given, so no statement about one resource applies, and each about all but',
    );
    expect((await models('s3:GetObject', '--resource', 'arn:aws:s3:::b/k')).text).not.toContain('No --resource');
  });

  it('takes the resource, the region, the principal and the values of a key into account', async () => {
    const code = async (...args: string[]) => (await models(...(args as [string]))).code;
    expect(await code('s3:PutObject', '--resource', 'arn:aws:s3:::logs/x')).toBe(2);
    expect(await code('s3:PutObject', '--resource', 'arn:aws:s3:::data/x')).toBe(0);
    expect(await code('sns:Publish', '--region', 'eu-west-1')).toBe(2);
    expect(await code('sns:Publish', '--context', 'aws:requestedregion=eu-west-1')).toBe(2);
    expect(await code('sns:Publish')).toBe(0);
    expect(await code('sqs:TagQueue', '--context', 'aws:TagKeys=a', '--context', 'aws:TagKeys=secret')).toBe(2);
    expect(await code('sqs:TagQueue', '--context', 'aws:TagKeys=a')).toBe(0);
    expect(await code('s3:CreateBucket', '--principal', 'config.amazonaws.com')).toBe(0);
    expect(await code('s3:CreateBucket', '--principal', 'root')).toBe(2);
  });

  it('keeps what follows the first equals sign of a key together', async () => {
    const { text } = await models('s3:GetObject', '--json', '--context', 's3:prefix=a=b');
    expect(JSON.parse(text)).toMatchObject({ request: { context: { 's3:prefix': ['a=b'] } } });
  });

  it('prints one JSON object and nothing else where it is asked to', async () => {
    const { code, text } = await models('s3:CreateBucket', '--json', '--principal', 'breakGlass');
    expect(code).toBe(2);
    expect(JSON.parse(text)).toMatchObject({
      request: {
        account: 'models',
        action: 's3:CreateBucket',
        resource: '*',
        principal: expect.stringMatching(/:role\/BreakGlass$/),
      },
      allowed: false,
      denials: [{ controls: ['no-bucket'], policy: 'workloads-1', node: { name: 'Workloads' } }],
      controls: [{ id: 'no-bucket', fix: 'Ask for one.' }],
      limits: expect.stringContaining('may still deny'),
    });
  });

  it('fits the terminal, and shows there in colour whether the request is denied', async () => {
    const args = ['--account', 'models', '--action', 's3:CreateBucket'];
    const { stdout } = await runCli(inZone(), args, { columns: 70 });
    expect(stdout.startsWith('\u001b[31mDenied\u001b[39m: s3:CreateBucket')).toBe(true);
    const rows = stdout.split('\n').filter((line) => /^[┌│├└]/.test(line));
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(70);
  });

  it('says in its help when it ends with 2', async () => {
    expect((await run('--help')).text).toContain('2  the request is denied');
  });
});

describe('a condition key', () => {
  it.each([
    'aws:SourceIp=203.0.113.7',
    'aws:SourceIp=2001:db8::1',
    'aws:SecureTransport=false',
    'aws:MultiFactorAuthAge=0',
    'aws:CurrentTime=2026-01-31T12:00:00Z',
    'aws:EpochTime=1769860800',
    'aws:PrincipalTag/team=ml',
  ])('may be %s', async (pair) => {
    expect((await models('s3:ListAllMyBuckets', '--context', pair)).code).toBe(0);
  });
});

describe('simulate refuses', () => {
  it('an account, an action, a region and a key that there are not, all at once, with the nearest name of each', async () => {
    const message = await refusal(
      ...['--account', 'model', '--action', 's3:GetObjekt', '--region', 'eu-centrl-1', '--context', 's3:prefiks=a'],
    );
    expect(message).toMatch(/^The request has 4 problems;/);
    for (const near of ['models', 's3:GetObject', 'eu-central-1', 's3:prefix'])
      expect(message).toContain(`did you mean '${near}'?`);
  });

  it.each([
    ['--resource', 'bucket', 'must be an ARN'],
    ['--region', 'us-gov-west-1', 'it is of the partition aws-us-gov, and the landing zone supports only aws'],
    ['--principal', 'arn:aws:s3:::bucket', 'is not the ARN of a role'],
    ['--context', 'aws:TagKeys', 'must be key=value'],
    ['--context', '=value', 'must be key=value'],
    ['--context', 'nobody:knows=it', 'must be a condition key of AWS'],
    ['--context', 'aws:SourceIp=999.1.1.1/99', 'must be one IP address'],
    ['--context', 'aws:SourceIp=10.0.0.0/8', 'must be one IP address'],
    ['--context', 'aws:SecureTransport=yes', 'must be true or false'],
    ['--context', 'aws:MultiFactorAuthAge=old', 'must be a number'],
    ['--context', 'aws:CurrentTime=yesterday', 'must be a date'],
  ])('%s %s', async (option, value, rule) => {
    const message = await refusal('--account', 'models', '--action', 's3:GetObject', option, value);
    expect(message).toMatch(/^The request has 1 problem;/);
    expect(message).toContain(`command line: ${option} is `);
    expect(message).toContain(rule);
  });

  it.each(['s3:Get*', 's3', 'nothing:Happens', '*'])('the action %s', async (action) => {
    expect(await refusal('--account', 'models', '--action', action)).toMatch(/--action is .*\n {2}rule: must be/);
  });

  it('a request without an account and an action', async () => {
    const message = await refusal();
    expect(message).toContain('--account is nothing');
    expect(message).toContain('--action is nothing');
  });

  it('an exemption that the settings give to no role', async () => {
    const without = zoneOf({ settings: { roles: {} }, controls: [] });
    const args = ['--account', 'models', '--action', 's3:GetObject', '--principal', 'breakGlass'];
    expect((await runCli(inZone(without, []), args)).stderr).toContain('roles.breakGlass');
  });

  it('an option that it does not have', async () => {
    expect(await refusal('--acount', 'models')).toContain("'--acount'");
  });
});
