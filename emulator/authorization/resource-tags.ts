import { jsonCall } from '../toolkit/json-call';
import type { Moto } from '../world';
import type { Identities } from './identities';
import type { JudgedResource } from './judged-resource';
import type { PolicyCache } from './policy-cache';
import { tagsOfRequest } from './request-tags';
import { tagsInXml } from './s3-input';

/** The tags of resources, for `aws:ResourceTag`: of roles, users, buckets and keys. */
export class ResourceTags {
  constructor(
    private readonly moto: Moto,
    private readonly cache: PolicyCache,
    private readonly identities: Identities,
  ) {}

  /** The tags of a resource; undefined where nothing here tells them. */
  async tryFind({ arn, account = '' }: JudgedResource): Promise<ReadonlyMap<string, string> | undefined> {
    const [, kind, name = ''] = /^arn:aws:iam::\d{12}:(role|user)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
    if (kind === 'role' || kind === 'user')
      return (await this.identities.tryFind(account, kind, name))?.tags ?? new Map();
    const bucket = /^arn:aws:s3:::([^/*]+)$/.exec(arn)?.[1];
    if (bucket !== undefined) return this.cache.get(`s3/${bucket}`, 'tags', () => this.ofBucket(account, bucket));
    if (/^arn:aws:kms:[^:]+:\d+:key\/[^*]+$/.test(arn))
      return this.cache.get('kms', `tags of ${arn}`, () => this.ofKey(arn));
    return undefined;
  }

  private async ofBucket(account: string, bucket: string): Promise<ReadonlyMap<string, string>> {
    const path = `/${bucket}?tagging`;
    const { body } = await this.moto.request({ account, region: 'us-east-1', service: 's3', path });
    return tagsOfRequest({ Tags: tagsInXml(body) });
  }

  private async ofKey(arn: string): Promise<ReadonlyMap<string, string>> {
    const [, , , region = '', account = ''] = arn.split(':');
    const { status, body } = await this.moto.request({
      account,
      region,
      service: 'kms',
      ...jsonCall('TrentService.ListResourceTags', { KeyId: arn }),
    });
    return status === 200 ? tagsOfRequest({ Tags: JSON.parse(body).Tags }) : new Map();
  }
}
