import type { InstanceMetadataDefaultsResponse } from '@aws-sdk/client-ec2';
import { Store } from '../../toolkit/store';
import type { World } from '../../world';
import type { Ec2Call, Ec2Operations } from './api';
import { declaredIn } from './declared';
import { declaredElsewhere, invalidParameter } from './errors';

const members = {
  HttpTokens: { declared: 'http_tokens', values: /^(optional|required|no-preference)$/ },
  HttpPutResponseHopLimit: { declared: 'http_put_response_hop_limit', values: /^(-1|[1-9]|[1-5]\d|6[0-4])$/ },
  HttpEndpoint: { declared: 'http_endpoint', values: /^(enabled|disabled|no-preference)$/ },
  InstanceMetadataTags: { declared: 'instance_metadata_tags', values: /^(enabled|disabled|no-preference)$/ },
} as const;

type Member = keyof typeof members;
const names = Object.keys(members) as readonly Member[];

/** What an instance's metadata service does where its launch does not say, by account and region. */
export class MetadataDefaults {
  readonly values = new Store<Partial<Record<Member, string>>>();

  constructor(readonly world: Pick<World, 'organization'>) {}

  readonly operations: Ec2Operations = {
    GetInstanceMetadataDefaults: (call) => ({ AccountLevel: this.read(call) }),
    ModifyInstanceMetadataDefaults: (call) => this.modify(call),
  };

  private declared(account: string): Partial<Record<Member, string>> | undefined {
    const declared = declaredIn(this.world, account);
    const found = names.map((name) => [name, declared.valueOf('instance_metadata_defaults', members[name].declared)]);
    return found.some(([, value]) => value !== undefined) ? Object.fromEntries(found) : undefined;
  }

  /** A member without preference is left out. */
  private read({ account, region }: Ec2Call<'GetInstanceMetadataDefaults'>): InstanceMetadataDefaultsResponse {
    const declared = this.declared(account);
    const set = declared ?? this.values.get(account, region) ?? {};
    const preferred = Object.entries(set).filter(([, value]) => value !== 'no-preference' && value !== '-1');
    const { HttpPutResponseHopLimit: hops, ...others } = Object.fromEntries(preferred);
    return {
      ...others,
      ...(hops !== undefined && { HttpPutResponseHopLimit: Number(hops) }),
      ManagedBy: declared ? 'declarative-policy' : 'account',
    };
  }

  private modify({ account, region, input }: Ec2Call<'ModifyInstanceMetadataDefaults'>) {
    if (this.declared(account)) throw declaredElsewhere(declaredIn(this.world, account).message);
    const asked = Object.fromEntries(
      names.flatMap((name) => (input[name] === undefined ? [] : [[name, String(input[name])] as const])),
    ) as Partial<Record<Member, string>>;
    for (const [name, value] of Object.entries(asked))
      if (!members[name as Member].values.test(value)) throw invalidParameter(value, name);
    this.values.set({ ...this.values.get(account, region), ...asked }, account, region);
    return { Return: true };
  }
}
