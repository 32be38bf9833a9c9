import type { Json } from '../support/json';
import { everyRegion, reference, resource, resources, smallZone, synthOne } from '../support/synth';

const zone = smallZone({ regions: everyRegion });
const security = synthOne(zone, 'security');

/** What EventBridge carries, by the examples of the Macie User Guide (findings-publish-event-schemas). */
const findings = {
  'sensitive data of a job': {
    'detail-type': 'Macie Finding',
    source: 'aws.macie',
    detail: { type: 'SensitiveData:S3Object/Personal', category: 'CLASSIFICATION', severity: { description: 'High' } },
  },
  'a bucket that became public': {
    'detail-type': 'Macie Finding',
    source: 'aws.macie',
    detail: { type: 'Policy:IAMUser/S3BucketPublic', category: 'POLICY', severity: { description: 'Low' } },
  },
};

const rule = (name: string): Json => resource(security, 'aws_cloudwatch_event_rule', name);
const target = (name: string): Json => resource(security, 'aws_cloudwatch_event_target', `${name}-target`);

/** Whether an event fits a pattern that is made of lists of values. */
const matches = (pattern: Json, event: Json): boolean =>
  Object.entries(pattern).every(([key, wanted]) =>
    Array.isArray(wanted) ? wanted.includes(event[key]) : matches(wanted, event[key] ?? {}),
  );

describe.each(zone.regions)('a finding of Macie in %s', (region) => {
  const forward = `forward-macie-${region}`;

  test.each(Object.entries(findings))('reaches the topic where it is %s', (_what, event) => {
    for (const { event_pattern } of [rule(forward), rule('notify-macie')])
      expect(matches(JSON.parse(event_pattern), event)).toBe(true);
    expect(target(forward).arn).toBe(reference('aws_cloudwatch_event_bus.findings-bus.arn'));
    expect(rule('notify-macie').event_bus_name).toBe(reference('aws_cloudwatch_event_bus.findings-bus.name'));
    expect(target('notify-macie').arn).toBe(reference('aws_sns_topic.findings-topic.arn'));
    expect(Object.keys(resources(security, 'aws_sns_topic_subscription'))).toHaveLength(1);
  });

  test('is not taken for one of another service', () => {
    const event = { 'detail-type': 'GuardDuty Finding', source: 'aws.guardduty' };
    expect(matches(JSON.parse(rule(forward).event_pattern), event)).toBe(false);
  });

  test('leaves its details in the central bucket before any job runs', () => {
    const results = `macie-results-${region}`;
    expect(resource(security, 'aws_macie2_classification_export_configuration', results)).toBeDefined();
    for (const [name, job] of Object.entries(resources(security, 'aws_macie2_classification_job')))
      if (name.endsWith(region))
        expect(job.depends_on).toContain(`aws_macie2_classification_export_configuration.${results}`);
  });
});
