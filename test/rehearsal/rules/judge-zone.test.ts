import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from '../../../lambda/checks';
import type { PackRule } from '../../../policy/conformance/conformance-pack';
import { detectiveRules } from '../../../policy/conformance/detective-rules';
import { readProject } from '../../../project/read-project';
import { deniedAnyway } from '../../../rehearsal/rules/denied-anyway';
import { type DeployedRule, deployedRules } from '../../../rehearsal/rules/deployed-rules';
import { judge } from '../../../rehearsal/rules/judge-zone';
import { tryTypesMadeNowhere } from '../../../rehearsal/rules/made-nowhere';
import { madeTypes } from '../../../rehearsal/rules/made-types';
import { managedJudges } from '../../../rehearsal/rules/managed';
import { notJudged } from '../../../rehearsal/rules/not-judged';
import { policyJudges } from '../../../rehearsal/rules/own-rules';
import type { Answers } from '../../lambda/fake-clients';
import { zoneOf } from '../../support/zone';
import { answeringPlace } from './answering-place';

const managed = (control: string, code: string): DeployedRule => ({
  name: `${control}-conformance-pack-abcdefghi`,
  control,
  owner: 'AWS',
  code,
  parameters: {},
});

const outcomeOf = (rule: DeployedRule, answers: Answers = {}, types: readonly string[] = []) =>
  judge(answeringPlace(answers), rule, { types, deniedAnyway: () => undefined });

describe('a rule that is deployed', () => {
  const flowLogs = managed('network-flow-logs', 'VPC_FLOW_LOGS_ENABLED');
  const vpcs = (...Vpcs: readonly object[]): Answers => ({
    DescribeFlowLogs: () => ({ FlowLogs: [{ ResourceId: 'vpc-watched' }] }),
    DescribeVpcs: () => ({ Vpcs }),
  });

  it('passes what there is, and says where there is nothing', async () => {
    expect(await outcomeOf(flowLogs, vpcs({ VpcId: 'vpc-watched' }))).toMatchObject({ outcome: 'passed', reports: [] });
    expect(await outcomeOf(flowLogs, vpcs())).toMatchObject({ outcome: 'nothing', isExpected: true });
  });

  it('is exempt where every report has its reason, and failed where one has none', async () => {
    const exempt = await outcomeOf(flowLogs, vpcs({ VpcId: 'vpc-1' }));
    expect(exempt).toMatchObject({ outcome: 'exempt', reports: [{ resource: 'vpc-1', because: expect.any(String) }] });
    const failed = await outcomeOf(flowLogs, vpcs({ VpcId: 'vpc-1' }, { VpcId: 'net-1' }));
    expect(failed).toMatchObject({
      account: 'models',
      region: 'eu-central-1',
      rule: 'network-flow-logs',
      outcome: 'failed',
    });
    expect(failed.reports.map(({ because }) => because === undefined)).toEqual([false, true]);
  });

  it('is not judged where nobody can, where AWS does not answer, and where nobody wrote how', async () => {
    const expected = await outcomeOf(managed('identity-root-mfa', 'ROOT_ACCOUNT_MFA_ENABLED'));
    expect(expected).toMatchObject({ outcome: 'not judged', isExpected: true, reason: expect.any(String) });
    const silent = await outcomeOf(flowLogs);
    expect(silent).toMatchObject({
      outcome: 'not judged',
      isExpected: false,
      reason: expect.stringContaining('Nobody expected'),
    });
    const unknown = await outcomeOf(managed('own', 'RDS_STORAGE_ENCRYPTED'));
    expect(unknown).toMatchObject({ isExpected: false, reason: 'Error: nothing here judges RDS_STORAGE_ENCRYPTED' });
  });

  it('looks at what no stack makes, and does not pass in silence what one makes after all', async () => {
    const notebooks = managed('sagemaker-notebook-vpc', 'SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC');
    const usual = ['aws_sagemaker_model_package_group', 'AWS::SageMaker::ModelCard', 'AWS::SageMaker::Artifact'];
    expect(await outcomeOf(notebooks, {}, usual)).toMatchObject({ outcome: 'nothing' });
    expect(await outcomeOf(notebooks, {}, [...usual, 'aws_sagemaker_notebook_instance'])).toMatchObject({
      outcome: 'not judged',
      isExpected: false,
      reason: 'nothing here judges aws_sagemaker_notebook_instance',
    });
  });

  it('may be exempt because policies deny the use of what it reports', async () => {
    const place = answeringPlace({
      GetModelInvocationLoggingConfiguration: () => ({}),
      GetComplianceDetailsByConfigRule: () => ({}),
    });
    const rule: DeployedRule = {
      ...managed('bedrock-invocation-logging', 'bedrock-invocation-logging'),
      owner: 'CUSTOM_LAMBDA',
      parameters: { check: 'bedrock-invocation-logging' },
    };
    const judged = await judge(place, rule, { types: [], deniedAnyway: () => 'nobody can' });
    expect(judged).toMatchObject({ outcome: 'exempt', reports: [{ resource: '111122223333', because: 'nobody can' }] });
    expect(await judge(place, rule, { types: [], deniedAnyway: () => undefined })).toMatchObject({ outcome: 'failed' });
  });
});

describe('rules of our own', () => {
  it('run by the code of their function, against the services of the place', async () => {
    const logged = { s3Config: { bucketName: 'prompts' }, textDataDeliveryEnabled: true };
    const rule: DeployedRule = {
      ...managed('x', 'x'),
      owner: 'CUSTOM_LAMBDA',
      parameters: { check: 'bedrock-invocation-logging' },
    };
    const answers: Answers = {
      GetModelInvocationLoggingConfiguration: () => ({ loggingConfig: logged }),
      GetComplianceDetailsByConfigRule: () => ({}),
    };
    expect(await outcomeOf(rule, answers)).toMatchObject({ outcome: 'passed' });
  });

  it('that are policies say their clauses again: guardrails are ready, and everything has an owner', async () => {
    const policy = (control: string): DeployedRule => ({ ...managed(control, control), owner: 'CUSTOM_POLICY' });
    const bedrock = (status: string, key: string): Answers => ({
      ListGuardrails: () => ({ guardrails: [{ id: 'g', arn: 'arn:g' }] }),
      ListInferenceProfiles: () => ({ inferenceProfileSummaries: [{ inferenceProfileArn: 'arn:p' }] }),
      GetGuardrail: () => ({ status }),
      ListTagsForResource: () => ({ tags: [{ key, value: 'team' }] }),
    });
    for (const control of Object.keys(policyJudges)) {
      expect(await outcomeOf(policy(control), bedrock('READY', 'owner'))).toMatchObject({ outcome: 'passed' });
      expect(await outcomeOf(policy(control), bedrock('FAILED', 'project'))).toMatchObject({ outcome: 'failed' });
    }
  });
});

describe('the rules of a place', () => {
  it('are those of packs, each under its control, with what says how to judge it', async () => {
    const rule = (ConfigRuleName: string, Source: object, InputParameters?: string) => ({
      ConfigRuleName,
      Source,
      InputParameters,
    });
    const place = answeringPlace({
      DescribeConfigRules: () => ({
        ConfigRules: [
          rule('data-key-rotation-conformance-pack-a1b2c3d4e', { Owner: 'AWS', SourceIdentifier: 'CMK' }, '{"a":"1"}'),
          rule(
            'cards-conformance-pack-a1b2c3d4e',
            { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: 'arn' },
            '{"check":"c"}',
          ),
          rule('ready-conformance-pack-a1b2c3d4e', { Owner: 'CUSTOM_POLICY' }),
          rule('securityhub-something', { Owner: 'AWS', SourceIdentifier: 'OTHER' }),
        ],
      }),
    });
    expect((await deployedRules(place)).map(({ control, code, parameters }) => [control, code, parameters])).toEqual([
      ['data-key-rotation', 'CMK', { a: '1' }],
      ['cards', 'c', { check: 'c' }],
      ['ready', 'ready', {}],
    ]);
  });
});

describe('what the states hold', () => {
  it('is told by type, with what is in CloudFormation stacks, and without what was only read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-states-'));
    const template_body = JSON.stringify({ Resources: { Card: { Type: 'AWS::SageMaker::ModelCard' } } });
    const state = (...resources: readonly object[]) => JSON.stringify({ resources });
    const managed = { mode: 'managed', instances: [{ attributes: {} }] };
    writeFileSync(
      join(folder, 'one.tfstate'),
      state(
        { ...managed, type: 'aws_kms_key' },
        { ...managed, type: 'aws_cloudformation_stack', instances: [{ attributes: { template_body } }] },
        { ...managed, type: 'aws_sns_topic', instances: [] },
        { ...managed, mode: 'data', type: 'aws_vpc' },
      ),
    );
    writeFileSync(join(folder, 'process-id'), '1');
    expect(madeTypes(folder)).toEqual(['AWS::SageMaker::ModelCard', 'aws_cloudformation_stack', 'aws_kms_key']);
    rmSync(folder, { recursive: true });
  });
});

describe('a rule about the use of models', () => {
  const denying = zoneOf();

  it('matters where policies let an approved model be called, and in accounts that the settings do not know', () => {
    const ask = deniedAnyway(denying);
    expect(ask('bedrock-invocation-logging', 'models', 'eu-central-1')).toBeUndefined();
    expect(ask('bedrock-invocation-logging', 'unknown', 'eu-central-1')).toBeUndefined();
    expect(ask('data-key-rotation', 'models', 'eu-central-1')).toBeUndefined();
  });

  it('does not where they deny each of them', () => {
    const zone = { ...denying, ai: { ...denying.ai, approvedModels: ['nobody.approved-it'] } };
    expect(deniedAnyway(zone)('bedrock-invocation-logging', 'models', 'eu-central-1')).toMatch(/^policies deny/);
  });
});

describe('every rule of the packs', () => {
  const rules = [...detectiveRules(readProject()), ...detectiveRules(zoneOf())];
  const codeOf = ({ source, name }: PackRule): string =>
    'managed' in source ? source.managed : 'lambda' in source ? source.lambda : name;

  it.each([...new Set(rules.map(codeOf))])('is judged in one way, or the reason is written down: %s', (code) => {
    const ways = [
      Object.hasOwn(managedJudges, code),
      Object.hasOwn(policyJudges, code),
      Object.hasOwn(notJudged, code),
      tryTypesMadeNowhere(code) !== undefined,
      checks.has(code),
    ];
    expect(ways.filter(Boolean)).toHaveLength(1);
  });

  it('needs each judge and each reason', () => {
    const codes = rules.map(codeOf);
    const written = [managedJudges, policyJudges, notJudged].flatMap((each) => Object.keys(each));
    expect(written.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
