import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'kms:ScheduleKeyDeletion';

export default defineControl({
  id: 'data-key-deletion',
  title: 'KMS keys are not deleted',
  why: 'With its key, every object, model and backup that it encrypts is gone for good.',
  fix: 'Disable the key, which can be undone. If it has to go, ask the platform team to schedule its deletion.',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    // Imported key material has no waiting period: it is gone at once.
    scp: [{ Action: [action, 'kms:DeleteImportedKeyMaterial'] }],
    exempt: ['deployRole', 'breakGlass'],
  },
  detect: { managed: 'KMS_CMK_NOT_SCHEDULED_FOR_DELETION' },
  respond: {
    // It leaves the key disabled: whoever needs the key enables it.
    document: 'AWSConfigRemediation-CancelKeyDeletion',
    resourceParameter: 'KeyId',
    automatic: false,
    permissions: [{ Action: ['kms:CancelKeyDeletion', 'kms:DescribeKey'], Resource: 'arn:aws:kms:*:*:key/*' }],
  },
  promises: [
    {
      that: 'No user deletes a key or the material of one, whatever its permissions are',
      deny: {
        Action: ['kms:DeleteImportedKeyMaterial', action],
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } },
      },
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['SC-12', 'SC-12(2)'], 'Security Hub: KMS.3'),
    judged('hipaa', ['164.308(a)(7)(i)', '164.312(c)(1)']),
    judged('gdpr', ['Art. 32(1)(b)', 'Art. 32(1)(c)']),
    judged('soc-2', ['A1.2', 'CC6.1']),
    judged('eu-ai-act', ['Art. 18']),
  ],
  examples: [
    { when: 'an administrator of the key schedules its deletion', action, denied: true },
    { when: 'somebody deletes imported key material', action: 'kms:DeleteImportedKeyMaterial', denied: true },
    { when: 'the emergency role schedules a deletion', action, principal: 'breakGlass', denied: false },
    { when: 'an administrator disables the key', action: 'kms:DisableKey', denied: false },
  ],
});
