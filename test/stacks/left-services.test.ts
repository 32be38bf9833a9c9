import { allResources, find, resource, resources, smallZone, synth } from '../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

const sample = sampleSettings().services;
const services = { ...sample, notifications: { ...sample.notifications, compliance: 'low' as const } };
const off = { enabled: false };
const regions = ['eu-central-1', 'eu-west-1'];
const everything = synth(smallZone({ regions, services }));
const left = synth(
  smallZone({ services: { ...services, guardDuty: off, macie: off, accessAnalyzer: off, config: off } }),
);

const typesIn = (stacks: typeof left, types: RegExp): string[] => [
  ...new Set(
    Object.values(stacks)
      .flatMap((stack) => allResources(stack).map(({ type }) => type))
      .filter((type) => types.test(type)),
  ),
];
const removedIn = (stacks: typeof left): string[] =>
  (find(stacks, 'account-management').json.removed ?? []).map(({ from }: { from: string }) => from);

describe('a service that is left to others', () => {
  test.each([
    ['GuardDuty', /^aws_guardduty_/],
    ['Macie', /^aws_macie2_/],
    ['Access Analyzer', /^aws_accessanalyzer_/],
    ['the recorder of Config', /^aws_config_(configuration_recorder|delivery_channel)/],
  ])('makes nothing of %s, in no account', (_, types) => {
    expect(typesIn(left, types)).toEqual([]);
    expect(typesIn(everything, types)).not.toEqual([]);
  });

  test('leaves the view of Config where others record: what they record is judged', () => {
    expect(typesIn(left, /^aws_config_/)).toContain('aws_config_configuration_aggregator');
    const rules = (stacks: typeof left) =>
      Object.keys(resources(find(stacks, 'security'), 'aws_cloudwatch_event_rule')).filter((name) =>
        name.startsWith('notify-config'),
      );
    expect(rules(left)).toEqual(rules(everything));
    expect(rules(left)).not.toEqual([]);
  });

  test('is listened to no more: no rule waits for findings that nobody sends', () => {
    const rules = (stacks: typeof left): string[] =>
      allResources(find(stacks, 'security')).flatMap(({ type, name }) =>
        type === 'aws_cloudwatch_event_rule' && /guardduty|macie/.test(name) ? [name] : [],
      );
    expect(rules(left)).toEqual([]);
    expect(rules(everything)).not.toEqual([]);
  });

  test('forgets its members, whose administrator is gone before', () => {
    expect(removedIn(left)).toEqual(
      expect.arrayContaining([
        'aws_guardduty_member.guardduty-member-eu-central-1',
        'aws_guardduty_member_detector_feature.guardduty-member-s3-data-events-eu-central-1',
        'aws_macie2_member.macie-member-eu-central-1',
      ]),
    );
    expect(removedIn(everything)).toEqual([]);
  });
});

describe('an account that is active in fewer regions', () => {
  const fewer = synth(
    zoneOf({
      settings: { regions },
      controls: [],
      accounts: sampleAccounts()
        .filter(({ role }) => role !== undefined)
        .map((account) => (account.role === 'management' ? { ...account, regions: ['eu-central-1'] } : account)),
    }),
  );

  test('stays a member of GuardDuty and Macie in the others, which their administrator enables everywhere', () => {
    const member = find(everything, 'account-management');
    expect(resource(member, 'aws_macie2_member', 'macie-member-eu-west-1').status).toBe('ENABLED');
    expect(allResources(find(fewer, 'account-management')).filter(({ name }) => name.endsWith('eu-west-1'))).toEqual(
      [],
    );
    expect(removedIn(fewer)).toEqual(
      expect.arrayContaining([
        'aws_guardduty_member.guardduty-member-eu-west-1',
        'aws_macie2_member.macie-member-eu-west-1',
      ]),
    );
  });
});
