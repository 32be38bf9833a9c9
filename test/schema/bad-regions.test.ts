import { refuses, withAccount } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const { regions } = sampleSettings();

/** What a list of regions has in it before a test adds to it. */
const governed = (field: string): readonly string[] => (field === 'regions' ? regions : []);

describe('the regions', () => {
  refuses([
    {
      title: 'a region that does not exist, and names the nearest one',
      settings: { regions: ['us-east-1', 'eu-central-1', 'eu-west-1', 'eu-nort-1'] },
      field: 'regions[3]',
      value: 'eu-nort-1',
      rule: 'is not a region of the commercial partition',
      fix: "did you mean 'eu-north-1'?",
    },
    {
      title: 'a region of another partition, and suggests none that only looks alike',
      settings: { regions: [...regions, 'us-gov-west-1'] },
      field: 'regions[3]',
      value: 'us-gov-west-1',
      rule: 'is not a region of the commercial partition',
      fix: 'use one of: ap-northeast-1',
    },
    ...[
      ['us-gov-east-1', 'aws-us-gov'],
      ['cn-north-1', 'aws-cn'],
      ['eusc-de-east-1', 'aws-eusc'],
      ['us-iso-east-1', 'aws-iso'],
      ['us-isob-east-1', 'aws-iso-b'],
    ].map(([region, partition]) => ({
      title: `${region}, because it is of the partition ${partition}`,
      settings: { retiredRegions: [region] },
      field: 'retiredRegions[0]',
      value: region,
      rule: 'is not a region of the commercial partition',
      fix: `it is of the partition ${partition}, and the landing zone supports only aws`,
    })),
    {
      title: 'an account in a region of another partition',
      file: 'accounts/sandbox.ts',
      accounts: withAccount('sandbox', { regions: ['eu-central-1', 'us-gov-west-1'] }),
      field: 'regions[1]',
      value: 'us-gov-west-1',
      rule: 'is not a governed region',
      fix: 'use one of: us-east-1, eu-central-1, eu-west-1: it is of the partition aws-us-gov',
    },
    {
      title: 'the newest region that accounts have to opt in to',
      settings: { regions: [...regions, 'ap-southeast-6'] },
      field: 'regions[3]',
      value: 'ap-southeast-6',
      rule: 'accounts have to opt in to the region',
      fix: 'enabled by default',
    },
    {
      title: 'a home region that is not governed',
      settings: { homeRegion: 'eu-west-2' },
      accounts: withAccount('sandbox', { regions: undefined }),
      field: 'homeRegion',
      value: 'eu-west-2',
      rule: 'the home region is one of the governed regions',
      fix: "add 'eu-west-2' to regions",
    },
    {
      title: 'a region of the state bucket that does not exist',
      settings: { backend: { type: 's3', bucket: 'acme-state', region: 'eu-central-11' } },
      field: 'backend.region',
      value: 'eu-central-11',
      rule: 'is not a region of the commercial partition',
      fix: "did you mean 'eu-central-1'?",
    },
    {
      title: 'a region that stands in the list twice',
      settings: { regions: ['us-east-1', 'eu-central-1', 'eu-west-1', 'eu-west-1'] },
      field: 'regions[3]',
      value: 'eu-west-1',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    ...['regions', 'retiredRegions'].map((field) => ({
      title: `a region among the ${field} that accounts have to opt in to`,
      settings: { [field]: [...governed(field), 'eu-south-1'] },
      field: `${field}[${governed(field).length}]`,
      value: 'eu-south-1',
      rule: 'accounts have to opt in to',
      fix: 'use a region that is enabled by default',
    })),
    {
      title: 'a region of the state bucket that accounts have to opt in to',
      settings: { backend: { type: 's3', bucket: 'acme-state', region: 'me-south-1' } },
      field: 'backend.region',
      value: 'me-south-1',
      rule: 'accounts have to opt in to',
      fix: 'use a region that is enabled by default',
    },
    {
      title: 'a retired region that does not exist, and names the nearest one',
      settings: { retiredRegions: ['eu-nort-1'] },
      field: 'retiredRegions[0]',
      value: 'eu-nort-1',
      rule: 'is not a region of the commercial partition',
      fix: "did you mean 'eu-north-1'?",
    },
    {
      title: 'a region that is governed and retired at the same time',
      settings: { retiredRegions: ['eu-north-1', 'us-east-1'] },
      field: 'retiredRegions[1]',
      value: 'us-east-1',
      rule: 'a region cannot be both governed and retired',
      fix: 'remove it from one of the two',
    },
    {
      title: 'no region at all',
      settings: { regions: [] },
      field: 'regions',
      value: [],
      rule: 'must name at least the home region',
      fix: 'write at least 1',
    },
  ]);
});
