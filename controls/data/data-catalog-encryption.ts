import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'glue:PutDataCatalogEncryptionSettings';

export default defineControl({
  id: 'data-catalog-encryption',
  title: 'The encryption of the Glue catalog is set by the landing zone',
  why: 'Passwords of data sources lie in the connections of the catalog, readable once its encryption is off.',
  fix: 'Propose another key to the landing zone.',
  severity: 'medium',
  where: aiAccounts,
  prevent: { scp: [{ Action: action }], exempt: ['deployRole'] },
  promises: [
    {
      that: 'Nobody but the deployment turns the encryption of the catalog off',
      deny: { Action: 'glue:PutDataCatalogEncryptionSettings' },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SC-13', 'SC-28', 'SC-28(1)']),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'a data engineer turns the encryption of the catalog off', action, denied: true },
    { when: 'the landing zone sets the key', action, principal: 'deployRole', denied: false },
    { when: 'a data engineer adds a table', action: 'glue:CreateTable', denied: false },
  ],
});
