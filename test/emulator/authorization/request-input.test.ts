import { inputOfRequest, nested } from '../../../emulator/authorization/request-input';
import { tagKeysOfRequest, tagsOfRequest } from '../../../emulator/authorization/request-tags';
import type { AwsRequest } from '../../../emulator/gateway/request';

const requestOf = (made: Partial<Omit<AwsRequest, 'body'>> & { readonly body?: string }): AwsRequest => ({
  method: 'PUT',
  proxiedHost: undefined,
  path: '/',
  query: '',
  headers: {},
  scope: undefined,
  ...made,
  body: Buffer.from(made.body ?? ''),
});

describe('the input of a request', () => {
  it('is the JSON of a service with a target', () => {
    const request = requestOf({
      headers: { 'x-amz-target': 'TrentService.CreateKey' },
      body: '{"KeySpec":"RSA_2048"}',
    });
    expect(inputOfRequest(request, 'kms')).toEqual({ KeySpec: 'RSA_2048' });
  });

  it('is empty where the body cannot be read, so that the service refuses it', () => {
    const request = requestOf({ headers: { 'x-amz-target': 'TrentService.CreateKey' }, body: '{' });
    expect(inputOfRequest(request, 'kms')).toEqual({});
  });

  it('is the form of a query service with its lists and structures', () => {
    const form =
      'Action=CreateTopic&Version=2010-03-31&Name=t&Tags.member.1.Key=owner&Tags.member.1.Value=me&A.entry.2.key=b&A.entry.1.key=a';
    expect(nested(new URLSearchParams(form))).toEqual({
      Name: 't',
      Tags: [{ Key: 'owner', Value: 'me' }],
      A: [{ key: 'a' }, { key: 'b' }],
    });
  });

  it('is path and body of a Lambda call', () => {
    const request = requestOf({ path: '/2015-03-31/functions/check/code', body: '{"ZipFile":"x"}' });
    expect(inputOfRequest(request, 'lambda')).toEqual({ FunctionName: 'check', ZipFile: 'x' });
  });

  it('is bucket, key, query and headers of an S3 call', () => {
    const request = requestOf({ path: '/bucket/a%20key', query: '?versionId=1', headers: { 'x-amz-acl': 'private' } });
    expect(inputOfRequest(request, 's3')).toEqual({
      Bucket: 'bucket',
      Key: 'a key',
      versionId: '1',
      'x-amz-acl': 'private',
    });
  });

  it('holds what policies read of the XML of an S3 call', () => {
    const tags = requestOf({
      path: '/b',
      query: '?tagging',
      body: '<Tagging><TagSet><Tag><Key>a&amp;b</Key><Value>c</Value></Tag></TagSet></Tagging>',
    });
    expect(tagsOfRequest(inputOfRequest(tags, 's3'))).toEqual(new Map([['a&b', 'c']]));
    const deletion = requestOf({
      path: '/b',
      query: '?delete',
      body: '<Delete><Object><Key>x</Key><VersionId>1</VersionId></Object></Delete>',
    });
    expect(inputOfRequest(deletion, 's3')).toMatchObject({ Keys: ['x'], deletesVersions: 'true' });
    const replication = requestOf({
      path: '/b',
      query: '?replication',
      body: '<ReplicationConfiguration><Role>arn:r</Role></ReplicationConfiguration>',
    });
    expect(inputOfRequest(replication, 's3')).toMatchObject({ Role: 'arn:r' });
  });
});

describe('the tags of a request', () => {
  it.each([
    ['a list of keys and values', { Tags: [{ Key: 'owner', Value: 'me' }] }],
    ['a list in small letters', { tags: [{ key: 'owner', value: 'me' }] }],
    ['the list of KMS', { Tags: [{ TagKey: 'owner', TagValue: 'me' }] }],
    ['a map', { tags: { owner: 'me' } }],
    [
      'the specifications of EC2',
      { TagSpecification: [{ ResourceType: 'instance', Tag: [{ Key: 'owner', Value: 'me' }] }] },
    ],
  ])('are read from %s', (_form, input) => {
    expect(tagsOfRequest(input)).toEqual(new Map([['owner', 'me']]));
  });

  it('are names only where they are removed', () => {
    expect(tagKeysOfRequest({ ResourceArn: 'arn:x', TagKeys: ['owner'] })).toEqual(['owner']);
    expect(tagsOfRequest({ ResourceArn: 'arn:x', TagKeys: ['owner'] })).toEqual(new Map());
  });
});
