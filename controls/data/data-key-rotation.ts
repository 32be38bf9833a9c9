import { defineControl, published } from '../../schema/forms/control';
import { encryptedAtRest } from '../shared/mappings';
import { everyAccount } from '../where';

const action = 'kms:DisableKeyRotation';

export default defineControl({
  id: 'data-key-rotation',
  title: 'KMS keys rotate, and nobody turns the rotation off',
  why: 'The longer one key is in use, the more data is lost with it.',
  fix: 'Turn on automatic rotation of the symmetric key, or start the remediation in the Config console.',
  severity: 'medium',
  where: everyAccount,
  prevent: { scp: [{ Action: action }], exempt: ['deployRole'] },
  detect: { managed: 'CMK_BACKING_KEY_ROTATION_ENABLED' },
  respond: {
    document: 'AWSConfigRemediation-EnableKeyRotation',
    resourceParameter: 'KeyId',
    // Each rotation adds to the price of the key, and a key policy may shut the role out: a person decides.
    automatic: false,
    permissions: [{ Action: ['kms:EnableKeyRotation', 'kms:GetKeyRotationStatus'], Resource: 'arn:aws:kms:*:*:key/*' }],
  },
  promises: [
    {
      that: 'Nobody but the deployment stops the rotation of a key',
      deny: { Action: 'kms:DisableKeyRotation' },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['SC-12', 'SC-12(2)', 'SC-28(3)'], 'Security Hub: KMS.4'),
    published('pci-dss', ['3.7.4'], 'Security Hub: KMS.4'),
    ...encryptedAtRest,
  ],
  examples: [
    { when: 'an administrator of the key turns rotation off', action, denied: true },
    { when: 'the landing zone does', action, principal: 'deployRole', denied: false },
    { when: 'an administrator of the key turns rotation on', action: 'kms:EnableKeyRotation', denied: false },
  ],
});
