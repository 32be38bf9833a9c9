import { ec2Policy } from '../../../policy/guardrails/ec2-policy';
import type { SettingsSpec } from '../../../schema/forms/settings';
import { sampleSettings, zoneOf } from '../../support/zone';

const attributesWith = (ec2: SettingsSpec['services']['ec2'] = {}) => {
  const content = ec2Policy(zoneOf({ settings: { services: { ...sampleSettings().services, ec2 } }, controls: [] }));
  return content && JSON.parse(content).ec2_attributes;
};

describe('the declarative policy for EC2', () => {
  it('blocks public images and snapshots, and asks for IMDSv2 with room for a container', () => {
    expect(attributesWith()).toEqual({
      image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
      instance_metadata_defaults: {
        http_tokens: { '@@assign': 'required' },
        http_put_response_hop_limit: { '@@assign': '2' },
        http_endpoint: { '@@assign': 'no_preference' },
        instance_metadata_tags: { '@@assign': 'no_preference' },
      },
      snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
    });
  });

  it('says nothing of what is left to each account', () => {
    expect(attributesWith({ imageSharing: 'not-set', metadataTokens: 'not-set' })).toEqual({
      snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
    });
  });

  it('leaves the hops alone where tokens are optional', () => {
    const { http_tokens: tokens, http_put_response_hop_limit: hops } = attributesWith({
      metadataTokens: 'optional',
    }).instance_metadata_defaults;
    expect([tokens, hops]).toEqual([{ '@@assign': 'optional' }, { '@@assign': '-1' }]);
  });

  it('is none where nothing is set', () => {
    expect(attributesWith({ imageSharing: 'not-set', snapshotSharing: 'not-set', metadataTokens: 'not-set' })).toBe(
      undefined,
    );
  });
});
