import { type BadInput, refuses } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

/** The settings of the sample with other choices for one service. */
const service = (name: string, choices: object): Pick<BadInput, 'settings'> => ({
  settings: { services: { ...sampleSettings().services, [name]: choices } },
});

const emails = ['security@example.com'];
const route = { name: 'on-call', from: 'high' };
const uuid = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const teams = { tenant: uuid, team: uuid, channel: '19%3aabc%40thread.tacv2' };
const identifier = { name: 'patient-number', regex: 'PAT-\\d{8}' };
const job = { name: 'weekly', schedule: 'daily', bucketTags: { 'data-domain': 'training' } };

describe('the form of the services', () => {
  refuses([
    {
      title: 'a service that it does not know',
      ...service('guardduty', {}),
      field: 'services.guardduty',
      value: {},
      rule: 'is not a field of the form',
      fix: "did you mean 'guardDuty'?",
    },
    {
      title: 'an option that the service does not have, inside a list too',
      ...service('macie', { jobs: [{ ...job, samplingPercent: 50 }] }),
      field: 'services.macie.jobs[0].samplingPercent',
      value: 50,
      rule: 'is not a field of the form',
      fix: "did you mean 'samplingPercentage'?",
    },
    {
      title: 'a protection plan that GuardDuty does not have',
      ...service('guardDuty', { features: ['S3_DATA_EVENT'] }),
      field: 'services.guardDuty.features[0]',
      value: 'S3_DATA_EVENT',
      rule: 'is not one of the known values',
      fix: "did you mean 'S3_DATA_EVENTS'?",
    },
    {
      title: 'a Security Hub standard that does not exist',
      ...service('securityHub', { standards: ['nist-800-53/v/4.0.0'] }),
      field: 'services.securityHub.standards[0]',
      value: 'nist-800-53/v/4.0.0',
      rule: 'is not one of the known values',
      fix: "did you mean 'nist-800-53/v/5.0.0'?",
    },
    {
      title: 'a control of Security Hub that is switched off without a reason',
      ...service('securityHub', { disabledControls: [{ id: 'EC2.10', reason: '' }] }),
      field: 'services.securityHub.disabledControls[0].reason',
      value: '',
      rule: 'must say why',
      fix: 'write at least 1 character',
    },
    {
      title: 'an id that no control of Security Hub has',
      ...service('securityHub', { disabledControls: [{ id: 'ec2-vpc-endpoints', reason: 'None is needed' }] }),
      field: 'services.securityHub.disabledControls[0].id',
      value: 'ec2-vpc-endpoints',
      rule: 'must be the id of a control of Security Hub: EC2.10',
      fix: 'change the value so that it follows the rule',
    },
    {
      title: 'a schedule that Macie does not have',
      ...service('macie', { jobs: [{ ...job, schedule: 'hourly' }] }),
      field: 'services.macie.jobs[0].schedule',
      value: 'hourly',
      rule: 'matches none of the forms',
      fix: "'once' or 'daily' or an object",
    },
    {
      title: 'a run whose name would not be an address',
      ...service('macie', { jobs: [{ ...job, schedule: { once: '1 December' } }] }),
      field: 'services.macie.jobs[0].schedule.once',
      value: '1 December',
      rule: 'must be lower-case words, digits and dashes: 2026-12-01, first-import',
      fix: 'change the value so that it follows the rule',
    },
    {
      title: 'a keyword that is shorter than Macie takes',
      ...service('macie', { customDataIdentifiers: [{ ...identifier, keywords: ['id'] }] }),
      field: 'services.macie.customDataIdentifiers[0].keywords[0]',
      value: 'id',
      rule: 'at least 3',
      fix: 'write at least 3',
    },
    {
      title: 'a pattern that is longer than Macie takes',
      ...service('macie', { customDataIdentifiers: [{ ...identifier, regex: 'x'.repeat(513) }] }),
      field: 'services.macie.customDataIdentifiers[0].regex',
      value: 'x'.repeat(513),
      rule: 'at most 512',
      fix: 'write at most 512',
    },
    {
      title: 'a resource type that is not written as AWS writes it',
      ...service('config', { excludedResourceTypes: ['ec2:instance'] }),
      field: 'services.config.excludedResourceTypes[0]',
      value: 'ec2:instance',
      rule: 'must look like AWS::Service::Type',
      fix: 'follows the rule',
    },
    {
      title: 'a key that is not the ARN of a key',
      ...service('config', { sagemakerEndpointKmsKeyArns: ['alias/models'] }),
      field: 'services.config.sagemakerEndpointKmsKeyArns[0]',
      value: 'alias/models',
      rule: 'must be the ARN of a KMS key',
      fix: 'follows the rule',
    },
    {
      title: 'findings that reach nobody',
      ...service('notifications', { emails: [] }),
      field: 'services.notifications.emails',
      value: [],
      rule: 'findings reach nobody',
      fix: 'write at least 1',
    },
    {
      title: 'an address that is none',
      ...service('notifications', { emails: ['security'] }),
      field: 'services.notifications.emails[0]',
      value: 'security',
      rule: 'must be an e-mail address',
      fix: 'follows the rule',
    },
    {
      title: 'a severity that GuardDuty never gives',
      ...service('notifications', { emails: ['a@example.com'], guardDutySeverity: 11 }),
      field: 'services.notifications.guardDutySeverity',
      value: 11,
      rule: 'at most 10',
      fix: 'write at most 10',
    },
  ]);
});

describe('options of a service that do not go together', () => {
  refuses([
    {
      title: 'runtime agents without runtime monitoring',
      ...service('guardDuty', { features: ['S3_DATA_EVENTS'], runtimeAgents: ['EC2_AGENT_MANAGEMENT'] }),
      field: 'services.guardDuty.runtimeAgents',
      value: ['EC2_AGENT_MANAGEMENT'],
      rule: 'belong to RUNTIME_MONITORING',
      fix: "add 'RUNTIME_MONITORING'",
    },
    {
      title: 'two custom data identifiers of one name',
      ...service('macie', { customDataIdentifiers: [identifier, identifier] }),
      field: 'services.macie.customDataIdentifiers[1].name',
      value: 'patient-number',
      rule: 'names are unique',
      fix: 'rename one of the two',
    },
    {
      title: 'two jobs of one name',
      ...service('macie', { jobs: [job, job] }),
      field: 'services.macie.jobs[1].name',
      value: 'weekly',
      rule: 'names are unique',
      fix: 'rename one of the two',
    },
    {
      title: 'a pattern that is no regular expression',
      ...service('macie', { customDataIdentifiers: [{ ...identifier, regex: 'PAT-(\\d{8}' }] }),
      field: 'services.macie.customDataIdentifiers[0].regex',
      value: 'PAT-(\\d{8}',
      rule: 'must be a regular expression',
      fix: 'close its brackets',
    },
    {
      title: 'a job that looks for an identifier nobody defined',
      ...service('macie', {
        customDataIdentifiers: [identifier],
        jobs: [{ ...job, customDataIdentifiers: ['patient-numbers'] }],
      }),
      field: 'services.macie.jobs[0].customDataIdentifiers[0]',
      value: 'patient-numbers',
      rule: 'is not in services.macie.customDataIdentifiers',
      fix: "did you mean 'patient-number'?",
    },
    {
      title: 'a digest in chat, which would show nothing',
      ...service('notifications', { emails, routes: [{ ...route, digest: 'daily', teams }] }),
      field: 'services.notifications.routes[0].digest',
      value: 'daily',
      rule: 'chat shows no digest: it is a text, and chat shows events',
      fix: 'give the channel to a route without digest',
    },
    {
      title: 'what becomes of an empty digest where there is none',
      ...service('notifications', { emails, routes: [{ ...route, emptyDigest: 'skip' }] }),
      field: 'services.notifications.routes[0].emptyDigest',
      value: 'skip',
      rule: 'belongs to digest, without which each event is sent at once and none is empty',
      fix: "write digest: 'daily' or 'weekly' too, or remove emptyDigest",
    },
    {
      title: 'two routes of one name, which would have one topic',
      ...service('notifications', { emails, routes: [route, route] }),
      field: 'services.notifications.routes[1].name',
      value: 'on-call',
      rule: 'two routes must not have one name',
      fix: 'rename one',
    },
    {
      title: 'an address twice on a route',
      ...service('notifications', { emails, routes: [{ ...route, emails: [...emails, ...emails] }] }),
      field: 'services.notifications.routes[0].emails[1]',
      value: 'security@example.com',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'a severity that nobody uses',
      ...service('notifications', { emails, routes: [{ ...route, from: 'severe' }] }),
      field: 'services.notifications.routes[0].from',
      value: 'severe',
      rule: 'is not one of the known values',
      fix: 'critical',
    },
    {
      title: 'a channel of Slack by its name',
      ...service('notifications', { emails, slack: { workspace: 'T07EA123LEP', channel: '#findings' } }),
      field: 'services.notifications.slack.channel',
      value: '#findings',
      rule: 'must be the id of a Slack channel',
      fix: 'follows the rule',
    },
    {
      title: 'a channel of Teams that is not encoded',
      ...service('notifications', { emails, teams: { ...teams, channel: '19:abc@thread.tacv2' } }),
      field: 'services.notifications.teams.channel',
      value: '19:abc@thread.tacv2',
      rule: 'as its link has it',
      fix: 'follows the rule',
    },
    {
      title: 'two channels of one team, of which the provider finds neither',
      ...service('notifications', { emails, teams, routes: [{ ...route, teams }] }),
      field: 'services.notifications.routes[0].teams.team',
      value: uuid,
      rule: 'a team has one channel here',
      fix: 'another team',
    },
    {
      title: 'a team of Teams by its name',
      ...service('notifications', { emails, teams: { ...teams, team: 'Security' } }),
      field: 'services.notifications.teams.team',
      value: 'Security',
      rule: 'must be a UUID',
      fix: 'follows the rule',
    },
    ...['guardDuty', 'macie'].map((name) => ({
      title: `an external account that would stay a member of ${name} without its administrator`,
      ...service(name, { enabled: false }),
      field: `services.${name}.enabled`,
      value: false,
      rule: 'is the administrator of partner by invitation, which has to leave first',
      fix: 'destroy the stacks of external accounts and remove their files, then switch it off',
    })),
    {
      title: 'a control of Security Hub that is switched off twice',
      ...service('securityHub', { disabledControls: ['One', 'Two'].map((reason) => ({ id: 'EC2.10', reason })) }),
      field: 'services.securityHub.disabledControls[1].id',
      value: 'EC2.10',
      rule: 'must not be listed twice',
      fix: 'remove one of the two',
    },
    ...[
      { name: 'guardDuty', field: 'features', value: 'S3_DATA_EVENTS' },
      { name: 'securityHub', field: 'standards', value: 'nist-800-53/v/5.0.0' },
      { name: 'config', field: 'excludedResourceTypes', value: 'AWS::EC2::NetworkInterface' },
      { name: 'notifications', field: 'emails', value: 'security@example.com' },
    ].map(({ name, field, value }) => ({
      title: `a second mention in ${name}.${field}`,
      ...service(name, { [field]: [value, value] }),
      field: `services.${name}.${field}[1]`,
      value,
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    })),
  ]);
});
