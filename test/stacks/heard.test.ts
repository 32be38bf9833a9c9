import { type Severity, severities } from '../../schema/forms/notifications';
import { isOn, switchedServices } from '../../schema/forms/services';
import { heartbeats } from '../../stacks/parts/findings-forwarder';
import { routedMessages } from '../../stacks/security/messages';
import { voices } from '../../stacks/security/silence';
import { digestEvents } from '../lambda/digest-events';
import { matches } from '../support/event-pattern';
import { everyRegion, find, placeOf, resources, smallZone, synth } from '../support/synth';
import { sampleSettings, type ZoneChange, zoneOf } from '../support/zone';

type Heard = keyof typeof digestEvents;

/** Who can find or fail, and the event by which it is heard: from every account and region, or from where it is. */
const heard: Readonly<Record<string, { readonly event: Heard; readonly from: keyof typeof places }>> = {
  'GuardDuty, by its administrator': { event: 'guardduty', from: 'security' },
  'Macie, by its administrator': { event: 'macie', from: 'security' },
  'Access Analyzer, by the account of its analyzers': { event: 'access-analyzer', from: 'security' },
  'Security Hub, whose home region has the findings of all': { event: 'security-hub', from: 'home' },
  'Config: compliance': { event: 'config', from: 'everywhere' },
  'Config: deliveries that failed': { event: 'config-delivery', from: 'everywhere' },
  'CloudWatch: alarms of the landing zone': { event: 'failures', from: 'everywhere' },
  'AWS Health: abuse, and keys in public': { event: 'health', from: 'everywhere' },
  'CloudTrail: detection that is switched off': { event: 'blinding', from: 'everywhere' },
  'CloudTrail: sessions of break-glass roles': { event: 'break-glass', from: 'everywhere' },
  'CloudTrail: terms of models, and their record': { event: 'model-access', from: 'everywhere' },
  'CloudTrail: root users of the management account': { event: 'root-use', from: 'management' },
  'CloudTrail: changes of the organization': { event: 'organization', from: 'management' },
  'SageMaker: approvals of model versions': { event: 'model-approvals', from: 'registries' },
  'SageMaker: what drifted': { event: 'model-drift', from: 'ai' },
  'AWS Backup: backups that failed': { event: 'backup', from: 'everywhere' },
};

/** Which service of the settings is heard by which event; undefined with the reason where it has none of its own. */
const ofService: Readonly<Record<(typeof switchedServices)[number], Heard>> = {
  accessAnalyzer: 'access-analyzer',
  config: 'config-delivery',
  guardDuty: 'guardduty',
  macie: 'macie',
  // It fails in silence, and events of calls stop with it: who stops it is heard before.
  organizationTrail: 'blinding',
  securityHub: 'security-hub',
};

const nightly = {
  name: 'nightly',
  where: 'every account',
  rules: [{ name: 'night', schedule: 'cron(0 5 ? * * *)', vault: 'Default', deleteAfterDays: 30 }],
  select: { role: 'Backup', tags: { backup: ['nightly'] } },
};
const zone = zoneOf({ settings: { regions: everyRegion, backupPolicies: [nightly] } as ZoneChange['settings'] });
const stacks = synth(zone);

interface Forwarded {
  readonly place: string;
  readonly pattern: Record<string, unknown>;
}

const forwarded: readonly Forwarded[] = Object.values(stacks).flatMap((stack) =>
  Object.entries(resources(stack, 'aws_cloudwatch_event_rule'))
    .filter(([id, { event_pattern }]) => id.startsWith('forward-') && event_pattern)
    .map(([, rule]) => ({ place: placeOf(zone, stack, rule), pattern: JSON.parse(rule.event_pattern) })),
);

const own = zone.activeAccounts.filter(({ origin }) => origin !== 'external');
const placesOf = (accounts: typeof own) =>
  accounts.flatMap(({ name, regions }) => regions.map((region) => `${name}/${region}`));
const places = {
  everywhere: placesOf(own),
  security: placesOf([zone.securityAccount]),
  home: [`security/${zone.homeRegion}`],
  management: ['management/us-east-1'],
  ai: placesOf(own.filter(({ ai }) => ai)),
  registries: own
    .filter(({ ai }) => ai && ai.registry.groups.length > 0)
    .map(({ name }) => `${name}/${zone.homeRegion}`),
};

describe.each(Object.entries(heard))('%s', (_who, { event, from }) => {
  it('reaches the findings bus from every place where it happens', () => {
    const sent = forwarded.filter(({ pattern }) => matches(pattern, digestEvents[event])).map(({ place }) => place);
    expect(places[from].length).toBeGreaterThan(0);
    expect(sent).toEqual(expect.arrayContaining([...places[from]]));
  });

  it('goes on to a topic, and to each route from its severity on, by which a digest calls it', () => {
    const hears = (lowest: Severity) =>
      routedMessages(zone, lowest).some(({ pattern }) =>
        matches(pattern as Record<string, unknown>, digestEvents[event]),
      );
    const expected = severities.slice(0, severities.indexOf(severityIn[event]) + 1);
    expect(severities.filter(hears)).toEqual(expected);
  });
});

/** As the digest says it: test/lambda/digest.test.ts. */
const severityIn: Readonly<Record<Heard, Severity>> = {
  guardduty: 'high',
  macie: 'medium',
  'access-analyzer': 'high',
  'security-hub': 'high',
  // Of the rule of the sample, as its schedule says to the digest.
  config: 'medium',
  failures: 'high',
  health: 'critical',
  'config-delivery': 'high',
  'model-drift': 'medium',
  backup: 'medium',
  'break-glass': 'critical',
  'root-use': 'high',
  organization: 'high',
  blinding: 'high',
  'model-access': 'high',
  'model-approvals': 'low',
};

describe('what is heard', () => {
  it('is of every kind of event that a digest knows', () => {
    expect(
      Object.values(heard)
        .map(({ event }) => event)
        .sort(),
    ).toEqual(Object.keys(digestEvents).sort());
  });

  it.each(switchedServices)('has something of %s, which is on', (service) => {
    expect(isOn(zone.services, service)).toBe(true);
    expect(Object.values(heard).map(({ event }) => event)).toContain(ofService[service]);
  });

  it('is nothing of services that are left to others, but for alarms and calls', () => {
    const off = { enabled: false };
    const left = smallZone({
      services: { ...sampleSettings().services, guardDuty: off, macie: off, accessAnalyzer: off, securityHub: off },
    } as ZoneChange['settings']);
    const names = routedMessages(left, 'low').map(({ name }) => name);
    for (const gone of ['guardduty', 'macie', 'access-analyzer', 'security-hub']) expect(names).not.toContain(gone);
    expect(names).toEqual(expect.arrayContaining(['failures', 'blinding', 'health']));
  });
});

describe('silence', () => {
  const security = find(stacks, 'security');
  const clocks = Object.values(stacks).flatMap((stack) =>
    Object.entries(resources(stack, 'aws_cloudwatch_event_rule'))
      .filter(([id]) => id.startsWith('forward-heartbeat-'))
      .map(([, rule]) => ({ place: placeOf(zone, stack, rule), rule })),
  );

  it('is told by a clock of every account and region, once an hour, by the way of everything else', () => {
    expect(clocks.map(({ place }) => place).sort()).toEqual([...places.everywhere].sort());
    for (const { rule } of clocks) {
      // All in the same minute, wherever an hour of the alarm begins.
      expect(rule.schedule_expression).toBe('cron(30 * * * ? *)');
      expect(rule.event_pattern).toBeUndefined();
    }
  });

  it('is known by an alarm of the security account, when for a day fewer than all were heard, or nobody', () => {
    expect(voices(zone)).toBe(places.everywhere.length);
    expect(resources(security, 'aws_cloudwatch_metric_alarm')['silence-alarm']).toMatchObject({
      alarm_name: 'acme-ai-alarm-silence',
      namespace: 'AWS/Events',
      metric_name: 'MatchedEvents',
      statistic: 'Sum',
      comparison_operator: 'LessThanThreshold',
      threshold: places.everywhere.length,
      period: 3_600,
      evaluation_periods: 24,
      datapoints_to_alarm: 20,
      treat_missing_data: 'breaching',
    });
  });

  it('counts what the clocks of the landing zone say, and nothing else', () => {
    const beat = (rule: string) => ({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      account: '111122223333',
      region: 'eu-west-1',
      resources: [`arn:aws:events:eu-west-1:111122223333:rule/${rule}`],
      detail: {},
    });
    expect(matches(heartbeats(zone), beat('acme-ai-forward-heartbeat'))).toBe(true);
    expect(matches(heartbeats(zone), beat('nightly-training'))).toBe(false);
    const { event_pattern, name } = resources(security, 'aws_cloudwatch_event_rule')['silence-heartbeats'] ?? {};
    expect(JSON.parse(event_pattern)).toEqual(heartbeats(zone));
    expect(name).toBe('acme-ai-heartbeats');
  });

  it('is named by the log of who was heard, which EventBridge alone writes', () => {
    expect(resources(security, 'aws_cloudwatch_log_group')['silence-log']).toMatchObject({
      name: 'acme-ai-heartbeats',
      retention_in_days: 365,
    });
    const target = resources(security, 'aws_cloudwatch_event_target')['silence-heartbeats-target'];
    expect(target).toMatchObject({
      depends_on: ['aws_cloudwatch_log_resource_policy.silence-log-policy'],
      dead_letter_config: { arn: expect.stringContaining('findings-undelivered') },
    });
  });
});
