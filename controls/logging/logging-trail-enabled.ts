import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const stop = 'cloudtrail:StopLogging';
const trail = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/ai-data-events';

export default defineControl({
  id: 'logging-trail-enabled',
  title: 'Each account has a trail, and trails are not stopped, narrowed or deleted',
  why: 'Without the trail nobody can say who called which model, who changed it, or what an intruder did.',
  fix: 'Leave the trail as it is; what it records is changed in the code of the landing zone.',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: [
          'cloudtrail:DeleteTrail',
          'cloudtrail:PutEventConfiguration',
          'cloudtrail:PutEventSelectors',
          'cloudtrail:PutInsightSelectors',
          stop,
          'cloudtrail:UpdateTrail',
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  detect: { managed: 'CLOUD_TRAIL_ENABLED', regions: 'home' },
  promises: [
    {
      that: 'Nobody but the deployment stops, narrows or deletes a trail, not even in an emergency',
      deny: {
        Action: [
          'cloudtrail:DeleteTrail',
          'cloudtrail:PutEventSelectors',
          'cloudtrail:StopLogging',
          'cloudtrail:UpdateTrail',
        ],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-9', 'AU-12']),
    judged('hipaa', ['164.308(a)(1)(ii)(D)', '164.312(b)']),
    judged('gdpr', ['Art. 5(2)', 'Art. 30']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 12', 'Art. 19', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4']),
    judged('pci-dss', ['10.2.1']),
  ],
  examples: [
    { when: 'an administrator of the account stops its trail', action: stop, resource: trail, denied: true },
    { when: 'the landing zone stops it', action: stop, resource: trail, principal: 'deployRole', denied: false },
    { when: 'the emergency role stops it', action: stop, resource: trail, principal: 'breakGlass', denied: true },
    { when: 'a team starts a trail of its own', action: 'cloudtrail:CreateTrail', resource: trail, denied: false },
  ],
});
