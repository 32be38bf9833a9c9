import type { AwsRequest } from '../../../../emulator/gateway/request';
import { answerReplication, checkReplication } from '../../../../emulator/services/s3/bucket-replication';
import type { Moto } from '../../../../emulator/world';
import { MANAGEMENT, refusal } from '../../../support/world';

const wish = (destination: string) =>
  `<ReplicationConfiguration><Rule><SourceSelectionCriteria/><Destination><Bucket>arn:aws:s3:::${destination}</Bucket></Destination></Rule></ReplicationConfiguration>`;

const request = (body: string): AwsRequest => ({
  method: 'PUT',
  path: '/prompts',
  query: '?replication',
  proxiedHost: undefined,
  headers: {},
  body: Buffer.from(body),
  scope: undefined,
});

/** A moto whose bucket `archive` keeps versions, and `plain` does not. */
const moto = (): Moto => ({
  request: async ({ path }) => {
    if (path === '/archive?versioning') return { status: 200, body: '<Status>Enabled</Status>' };
    return path === '/plain?versioning'
      ? { status: 200, body: '<VersioningConfiguration/>' }
      : { status: 404, body: '' };
  },
});

describe('replication between buckets', () => {
  it.each([
    ['does not exist', 'missing'],
    ['keeps no versions', 'plain'],
  ])('is refused when the destination %s', async (_, destination) => {
    await expect(checkReplication(moto(), request(wish(destination)), MANAGEMENT)).rejects.toEqual(
      refusal('InvalidRequest'),
    );
  });

  it('is read as it was written, with what moto forgets', async () => {
    const one = moto();
    const answer = { status: 200, headers: {}, body: 'what moto says' };
    await checkReplication(one, request(wish('archive')), MANAGEMENT);
    expect(answerReplication(one, 'GetBucketReplication', request(''), answer)).toEqual(answer);
    answerReplication(one, 'PutBucketReplication', request(wish('archive')), answer);
    expect(answerReplication(one, 'GetBucketReplication', request(''), answer).body).toBe(wish('archive'));
    expect(answerReplication(moto(), 'GetBucketReplication', request(''), answer)).toEqual(answer);
  });

  it('is gone when moto says so, whatever was written before', async () => {
    const one = moto();
    answerReplication(one, 'PutBucketReplication', request(wish('archive')), { status: 200, headers: {}, body: '' });
    const gone = { status: 404, headers: {}, body: '<Code>ReplicationConfigurationNotFoundError</Code>' };
    expect(answerReplication(one, 'GetBucketReplication', request(''), gone)).toEqual(gone);
  });

  it('is not kept when moto refused it', () => {
    const one = moto();
    const answer = { status: 200, headers: {}, body: 'what moto says' };
    answerReplication(one, 'PutBucketReplication', request(wish('archive')), { ...answer, status: 400 });
    expect(answerReplication(one, 'GetBucketReplication', request(''), answer)).toEqual(answer);
  });
});
