import { names } from '../../schema/facts/names';
import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const schedule = 'kms:ScheduleKeyDeletion';
const aliases = 'kms:ResourceAliases';
const key = 'arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export default defineControl(({ name }) => ({
  id: 'logging-log-keys',
  title: 'Keys of the landing zone stay usable: of logs, findings and the data lake',
  why: 'What a key that is gone encrypted is lost, logs and data alike, and a finding that cannot be encrypted reaches nobody.',
  fix: 'Leave the key; who may use it is changed in the code of the landing zone.',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: ['kms:DeleteAlias', 'kms:DisableKey', 'kms:PutKeyPolicy', schedule, 'kms:UpdateAlias'],
        // A key has many aliases or none; ForAnyValue does not match a key that has none.
        Condition: {
          'ForAnyValue:StringLike': { [aliases]: `alias/${name}-*` },
        },
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment disables or deletes the key of the trails',
      deny: {
        Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'],
        Condition: { 'ForAnyValue:StringEquals': { [aliases]: `alias/${names.logKeyAlias({ name }, 'trails')}` } },
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-9', 'AU-9(3)', 'SC-12', 'SC-12(1)']),
    judged('hipaa', ['164.312(a)(2)(iv)', '164.312(c)(1)', '164.316(b)(2)(i)']),
    judged('gdpr', ['Art. 32(1)(b)']),
    judged('soc-2', ['CC6.1', 'PI1.5']),
    judged('eu-ai-act', ['Art. 19']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4']),
    judged('pci-dss', ['3.7.1', '10.3.2']),
  ],
  examples: examplesOf(name),
}));

const examplesOf = (name: string) => [
  {
    when: 'the key has the alias of the trails beside another one',
    action: schedule,
    resource: key,
    context: { [aliases]: ['alias/other', `alias/${names.logKeyAlias({ name }, 'trails')}`] },
    denied: true,
  },
  {
    when: 'the landing zone deletes it, on teardown',
    action: schedule,
    resource: key,
    principal: 'deployRole',
    context: { [aliases]: [`alias/${names.logKeyAlias({ name }, 'trails')}`] },
    denied: false,
  },
  {
    when: 'the key encrypts the data lake',
    action: 'kms:DisableKey',
    resource: key,
    context: { [aliases]: [`alias/${names.dataKeyAlias({ name })}`] },
    denied: true,
  },
  {
    when: 'the key encrypts what a team made',
    action: 'kms:DisableKey',
    resource: key,
    context: { [aliases]: ['alias/team-scratch'] },
    denied: false,
  },
  { when: 'the key has no alias', action: schedule, resource: key, denied: false },
];
