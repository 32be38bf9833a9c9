import { allowsPrincipal } from '../../../policy/iam/resource-policy';
import { policyDocument } from '../../../policy/iam/statement';
import { grantedCharacters } from '../../../schema/checks/ai/registry-checks';
import {
  artifactKeyStatements,
  artifactStatements,
  groupPolicyStatements,
  type SharedGroup,
} from '../../../stacks/ai/registry-sharing';

const [production, research, stranger] = ['222222222222', '333333333333', '444444444444'];
const triage: SharedGroup = { name: 'triage', deployers: [production ?? ''], trainers: [research ?? ''] };
const other: SharedGroup = { name: 'summaries', deployers: [research ?? ''], trainers: [] };

const group = 'arn:aws:sagemaker:eu-central-1:111111111111:model-package-group/triage';
const version = 'arn:aws:sagemaker:eu-central-1:111111111111:model-package/triage/3';
const versions = version.replace('/3', '/*');
const bucket = 'arn:aws:s3:::acme-ai-data-models-111111111111';
const roleIn = (account = '') => `arn:aws:iam::${account}:role/pipeline`;

const ask =
  (document: string) =>
  (account: string | undefined, action: string, resource: string, context: Record<string, string> = {}) =>
    allowsPrincipal(document, { principal: roleIn(account), action, resource, context });

describe('the policy of a shared group', () => {
  const allows = ask(policyDocument(groupPolicyStatements(triage, group, versions)));
  const sagemaker = (account: string | undefined, action: string, resource: string, context = {}) =>
    allows(account, `sagemaker:${action}`, resource, context);
  const status = (value: string) => ({ 'sagemaker:ModelApprovalStatus': value });

  it('lets a deployer read versions and make models of them, and nothing more', () => {
    expect(sagemaker(production, 'DescribeModelPackageGroup', group)).toBe(true);
    for (const action of ['DescribeModelPackage', 'ListModelPackages', 'CreateModel'])
      expect(sagemaker(production, action, version)).toBe(true);
    for (const action of ['CreateModelPackage', 'UpdateModelPackage', 'DeleteModelPackage'])
      expect(sagemaker(production, action, version)).toBe(false);
  });

  it('lets a trainer register versions that nobody has approved', () => {
    expect(sagemaker(research, 'CreateModelPackage', version)).toBe(true);
    expect(sagemaker(research, 'CreateModelPackage', version, status('PendingManualApproval'))).toBe(true);
    expect(sagemaker(research, 'CreateModelPackage', version, status('Approved'))).toBe(false);
    expect(sagemaker(research, 'CreateModel', version)).toBe(false);
  });

  it('lets nobody of another account approve', () => {
    for (const account of [production, research])
      expect(sagemaker(account, 'UpdateModelPackage', version, status('Approved'))).toBe(false);
  });

  it('says nothing of an account that is not named, nor of another group', () => {
    expect(sagemaker(stranger, 'DescribeModelPackage', version)).toBe(false);
    expect(sagemaker(production, 'DescribeModelPackage', version.replace('triage', 'triage-2'))).toBe(false);
  });

  it('fits what SageMaker takes with as many accounts as the form admits', () => {
    const ids = Array.from({ length: 50 }, (_, index) => String(100000000000 + index));
    const name = 'x'.repeat(63);
    const many = { name, deployers: ids, trainers: ids.map((id) => id.replace('1', '2')) };
    const document = policyDocument(
      groupPolicyStatements(many, group.replace('triage', name), versions.replace('triage', name)),
    );
    expect(document.length).toBeLessThanOrEqual(20_480);
  });
});

describe('the bucket of model artifacts', () => {
  const allows = ask(policyDocument(artifactStatements([triage, other], bucket)));

  it('lets a deployer read the folder of its group only', () => {
    expect(allows(production, 's3:GetObject', `${bucket}/triage/3/model.tar.gz`)).toBe(true);
    expect(allows(production, 's3:GetObject', `${bucket}/summaries/1/model.tar.gz`)).toBe(false);
    expect(allows(production, 's3:ListBucket', bucket, { 's3:prefix': 'triage/3/' })).toBe(true);
    expect(allows(production, 's3:ListBucket', bucket)).toBe(false);
    expect(allows(production, 's3:PutObject', `${bucket}/triage/3/model.tar.gz`)).toBe(false);
  });

  it('lets a trainer write there, not read', () => {
    expect(allows(research, 's3:PutObject', `${bucket}/triage/4/model.tar.gz`)).toBe(true);
    expect(allows(research, 's3:GetObject', `${bucket}/triage/4/model.tar.gz`)).toBe(false);
    expect(allows(research, 's3:GetObject', `${bucket}/summaries/1/model.tar.gz`)).toBe(true);
  });

  it.each([1, 50])('has a policy no longer than the check counts, with %s accounts on each side', (count) => {
    const names = Array.from({ length: count }, (_, index) => `account-${index}`);
    const shared = { name: 'x'.repeat(63), description: 'x', deployers: names, trainers: names };
    const ids = names.map((_, index) => String(100000000000 + index));
    const statements = artifactStatements(
      [{ name: shared.name, deployers: ids, trainers: ids }],
      bucket.padEnd(75, 'x'),
    );
    expect(JSON.stringify(statements).length).toBeLessThanOrEqual(grantedCharacters(shared));
  });
});

describe('the key of model artifacts', () => {
  const allows = ask(policyDocument(artifactKeyStatements([triage, other], bucket, 'eu-central-1')));
  const through = (via: string, arn: string) => ({ 'kms:ViaService': via, 'kms:EncryptionContext:aws:s3:arn': arn });
  const s3 = 's3.eu-central-1.amazonaws.com';

  it('decrypts for other accounts through S3 and in that bucket only', () => {
    expect(allows(production, 'kms:Decrypt', '*', through(s3, bucket))).toBe(true);
    expect(allows(production, 'kms:Decrypt', '*', through(s3, `${bucket}/triage/3/model.tar.gz`))).toBe(true);
    expect(allows(production, 'kms:Decrypt', '*', through(s3, bucket.replace('models', 'training')))).toBe(false);
    expect(allows(production, 'kms:Decrypt', '*', through('ebs.eu-central-1.amazonaws.com', bucket))).toBe(false);
    expect(allows(stranger, 'kms:Decrypt', '*', through(s3, bucket))).toBe(false);
  });

  it('encrypts for trainers', () => {
    expect(allows(research, 'kms:GenerateDataKey', '*', through(s3, bucket))).toBe(true);
    expect(allows(production, 'kms:GenerateDataKey', '*', through(s3, bucket))).toBe(false);
  });
});
