import { refuses, withAccount } from '../support/bad-input';

const security = { name: 'Security team', title: 'On call', email: 'security@example.com', phone: '+49 30 1234567' };
const gpus = { service: 'ec2', code: 'L-DB2E81BA', value: 96 };
const file = 'accounts/sandbox.ts';

describe('the contacts', () => {
  refuses([
    {
      title: 'a telephone number that nobody can call',
      settings: { contacts: { security: { ...security, phone: 'ask the desk' } } },
      field: 'contacts.security.phone',
      value: 'ask the desk',
      rule: 'must be a telephone number',
      fix: 'change the value',
    },
    {
      title: 'an address that AWS does not take, although it is one',
      settings: { contacts: { security: { ...security, email: "o'neil@example.com" } } },
      field: 'contacts.security.email',
      value: "o'neil@example.com",
      rule: 'as AWS takes one of a contact',
      fix: '',
    },
    {
      title: 'a kind of contact that AWS does not have',
      settings: { contacts: { legal: security } },
      field: 'contacts.legal',
      value: security,
      rule: 'is not a field of the form',
      fix: 'billing',
    },
    {
      title: 'a title that is too long',
      accounts: withAccount('sandbox', { contacts: { billing: { ...security, title: 'x'.repeat(51) } } }),
      file,
      field: 'contacts.billing.title',
      value: 'x'.repeat(51),
      rule: 'at most 50 characters',
      fix: '',
    },
  ]);
});

describe('quotas that an account asks for', () => {
  refuses([
    {
      title: 'the same quota twice in a region',
      accounts: withAccount('sandbox', {
        serviceQuotas: [gpus, { ...gpus, value: 8, regions: ['eu-west-1'] }],
      }),
      file,
      field: 'serviceQuotas[1]',
      value: 'ec2 L-DB2E81BA in eu-west-1',
      rule: 'must not be asked for twice',
      fix: 'keep one of the values',
    },
    {
      title: 'a region that the account does not have',
      accounts: withAccount('sandbox', { serviceQuotas: [{ ...gpus, regions: ['us-east-1'] }] }),
      file,
      field: 'serviceQuotas[0].regions[0]',
      value: 'us-east-1',
      rule: 'is not a region of the account',
      fix: 'eu-west-1',
    },
    {
      title: 'a quota of nothing',
      accounts: withAccount('sandbox', { serviceQuotas: [{ ...gpus, value: 0 }] }),
      file,
      field: 'serviceQuotas[0].value',
      value: 0,
      rule: 'more than nothing',
      fix: '',
    },
    {
      title: 'the name of a quota in place of its code',
      accounts: withAccount('sandbox', { serviceQuotas: [{ ...gpus, code: 'Running On-Demand G instances' }] }),
      file,
      field: 'serviceQuotas[0].code',
      value: 'Running On-Demand G instances',
      rule: 'must be a code of Service Quotas',
      fix: '',
    },
  ]);
});
