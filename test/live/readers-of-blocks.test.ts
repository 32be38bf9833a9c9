import { deviationsOf } from '../../cli/verify/compare';
import type { Attributes } from '../../live/reader';
import { tryReader } from '../../live/readers';
import { awsError, FakeLiveAws } from '../support/fake-live-aws';

type Replies = Readonly<Record<string, object>>;

/** Paths at which AWS differs from what is wanted, where it answers as told. */
async function differing(type: string, wanted: Attributes, replies: Replies): Promise<readonly string[]> {
  const aws = new FakeLiveAws(({ operation }) => replies[operation] ?? awsError('ResourceNotFoundException'));
  const reader = tryReader(type);
  const found = await reader?.read(aws.at('444455556666', 'eu-central-1'), wanted);
  return deviationsOf({ ...wanted, ...reader?.also?.(wanted) }, found ?? {}, reader).map(({ path }) => path);
}

describe('rules of a lifecycle', () => {
  const wanted = {
    bucket: 'logs',
    rule: [{ id: 'retention', status: 'Enabled', filter: [{ prefix: '' }], transition: [{ days: 90 }] }],
  };
  const rule = { ID: 'retention', Status: 'Enabled', Filter: { Prefix: '' }, Transitions: [{ Days: 90 }] };
  const differ = (more: object) =>
    differing('aws_s3_bucket_lifecycle_configuration', wanted, {
      GetBucketLifecycleConfiguration: { Rules: [{ ...rule, ...more }] },
    });

  it('hold as they are written, whatever AWS leaves out', async () => {
    expect(await differ({})).toEqual([]);
    expect(await differ({ Filter: {} })).toEqual([]);
  });

  it.each([
    ['an expiration was added', { Expiration: { Days: 1 } }],
    ['an expiration by date was added', { Expiration: { Date: new Date(0) } }],
    ['older versions are few', { NoncurrentVersionExpiration: { NewerNoncurrentVersions: 1 } }],
    ['a transition was added', { Transitions: [{ Days: 90 }, { Days: 1, StorageClass: 'GLACIER' }] }],
    ['only tagged objects are meant', { Filter: { Tag: { Key: 'a', Value: 'b' } } }],
    ['only large objects are meant', { Filter: { And: { Prefix: '', ObjectSizeGreaterThan: 1 } } }],
    ['a folder is meant', { Filter: { Prefix: 'none/' } }],
    ['a folder is meant in the older way', { Filter: undefined, Prefix: 'none/' }],
  ])('differ where %s', async (_, more) => {
    expect(await differ(more)).not.toEqual([]);
  });
});

describe('rules of replication', () => {
  it('differ where a storage class was added', async () => {
    const wanted = {
      bucket: 'logs',
      role: 'arn',
      rule: [{ id: 'a', filter: { prefix: '' }, destination: { bucket: 'b' } }],
    };
    const differ = (more: object) =>
      differing('aws_s3_bucket_replication_configuration', wanted, {
        GetBucketReplication: {
          ReplicationConfiguration: {
            Role: 'arn',
            Rules: [{ ID: 'a', Filter: { Prefix: '' }, Destination: { Bucket: 'b', ...more } }],
          },
        },
      });
    expect(await differ({})).toEqual([]);
    expect(await differ({ StorageClass: 'GLACIER' })).toEqual(['rule.destination.storage_class']);
  });
});

describe('selectors of a trail', () => {
  const differ = (wanted: Attributes, selectors: object) =>
    differing(
      'aws_cloudtrail',
      { name: 'trail', ...wanted },
      {
        DescribeTrails: { trailList: [{ Name: 'trail', TrailARN: 'arn:trail' }] },
        GetTrailStatus: { IsLogging: true },
        GetEventSelectors: selectors,
      },
    );
  const usual = { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] };

  it('are all management events where none is written', async () => {
    expect(await differ({}, { EventSelectors: [usual] })).toEqual([]);
  });

  it.each([
    ['management events were left out', { EventSelectors: [{ ...usual, IncludeManagementEvents: false }] }],
    ['only writes are recorded', { EventSelectors: [{ ...usual, ReadWriteType: 'WriteOnly' }] }],
    ['a source is excluded', { EventSelectors: [{ ...usual, ExcludeManagementEventSources: ['kms.amazonaws.com'] }] }],
    ['advanced selectors took their place', { AdvancedEventSelectors: [{ Name: 'a', FieldSelectors: [] }] }],
  ])('differ where %s', async (_, selectors) => {
    expect(await differ({}, selectors)).not.toEqual([]);
  });

  it('differ where an operator was added to a field', async () => {
    const written = {
      advanced_event_selector: [{ name: 'a', field_selector: [{ field: 'eventName', equals: ['x'] }] }],
    };
    const found = (more: object) => ({
      AdvancedEventSelectors: [{ Name: 'a', FieldSelectors: [{ Field: 'eventName', Equals: ['x'], ...more }] }],
    });
    expect(await differ(written, found({}))).toEqual([]);
    expect(await differ(written, found({ NotEquals: ['y'] }))).not.toEqual([]);
  });
});
