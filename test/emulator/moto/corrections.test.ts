import type { AwsRequest } from '../../../emulator/gateway/request';
import { correctedAnswer, correctedBody } from '../../../emulator/moto/corrections';
import { MANAGEMENT, refusal } from '../../support/world';

const request = (body = '', headers = {}): AwsRequest =>
  ({ method: 'POST', path: '/', query: '', headers, body: Buffer.from(body) }) as unknown as AwsRequest;

/** moto's answer, corrected. */
const corrected = (service: string, operation: string, body: string, { status = 200, asked = request() } = {}) =>
  String(correctedAnswer(service, operation, MANAGEMENT, asked, { status, headers: {}, body }).body);

describe('an answer of moto', () => {
  it('says of a KMS key that it is of one region, unless it says otherwise', () => {
    expect(
      JSON.parse(corrected('kms', 'DescribeKey', '{"KeyMetadata":{"KeyId":"k","MultiRegion":null}}')).KeyMetadata,
    ).toEqual({
      KeyId: 'k',
      MultiRegion: false,
    });
    expect(corrected('kms', 'CreateKey', '{"KeyMetadata":{"MultiRegion":true}}')).toContain('"MultiRegion":true');
  });

  it('is a refusal where the data catalog has no policy', () => {
    expect(() => corrected('glue', 'GetResourcePolicy', '{}')).toThrow(refusal('EntityNotFoundException') as Error);
    expect(corrected('glue', 'GetResourcePolicy', '{"PolicyInJson":"{}"}')).toBe('{"PolicyInJson":"{}"}');
  });

  it('leads to the emulated AWS for the code of a function', () => {
    const answer = '{"Code":{"Location":"https://awslambda-eu-central-1-tasks.s3.amazonaws.com/f-1"}}';
    const asked = request('', { host: '127.0.0.1:4599' });
    expect(JSON.parse(corrected('lambda', 'GetFunction', answer, { asked })).Code.Location).toBe(
      'http://127.0.0.1:4599/f-1',
    );
  });

  it('has the root user as the first of a credential report', () => {
    const csv =
      'user,arn,password_enabled,mfa_active,cert_1_last_rotated\nbob,arn:aws:iam::1:user/bob,false,false,N/A\n';
    const xml = `<Content>${Buffer.from(csv).toString('base64')}</Content>`;
    const [, content = ''] = /<Content>(.*)<\/Content>/.exec(corrected('iam', 'GetCredentialReport', xml)) ?? [];
    expect(Buffer.from(content, 'base64').toString().split('\n')).toEqual([
      'user,arn,password_enabled,mfa_active,cert_1_last_rotated',
      `<root_account>,arn:aws:iam::${MANAGEMENT}:root,not_supported,false,N/A`,
      'bob,arn:aws:iam::1:user/bob,false,false,N/A',
    ]);
  });

  it('says of images that they are for Windows, and of others nothing', () => {
    const images = '<item><platform>windows</platform></item><item><platform>Linux/UNIX</platform></item>';
    expect(corrected('ec2', 'DescribeImages', images)).toBe('<item><platform>windows</platform></item><item></item>');
  });

  it('stays as it is where moto refuses, and where it is right', () => {
    expect(corrected('kms', 'DescribeKey', '{"KeyMetadata":{}}', { status: 400 })).toBe('{"KeyMetadata":{}}');
    expect(corrected('kms', 'ListKeys', '{"KeyMetadata":{}}')).toBe('{"KeyMetadata":{}}');
  });
});

describe('a request for snapshots', () => {
  const body = (text: string, operation = 'DescribeSnapshots') =>
    new URLSearchParams(correctedBody('ec2', operation, MANAGEMENT, request(text)).toString());

  it('is asked of moto by a filter for the owner, beside the filters that it has', () => {
    const asked = body(
      'Action=DescribeSnapshots&Owner.1=self&Owner.2=999999999999&Filter.1.Name=status&Filter.1.Value.1=x',
    );
    expect(Object.fromEntries(asked)).toEqual({
      Action: 'DescribeSnapshots',
      'Filter.1.Name': 'status',
      'Filter.1.Value.1': 'x',
      'Filter.2.Name': 'owner-id',
      'Filter.2.Value.1': MANAGEMENT,
      'Filter.2.Value.2': '999999999999',
    });
  });

  it('and any other, stays as it is', () => {
    expect(body('Action=DescribeSnapshots').toString()).toBe('Action=DescribeSnapshots');
    expect(body('Owner.1=self', 'DescribeImages').toString()).toBe('Owner.1=self');
  });
});
