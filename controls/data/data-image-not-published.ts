import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'ecr-public:PutImage';

export default defineControl({
  id: 'data-image-not-published',
  title: 'Nobody publishes an image in the public registry',
  why: 'An image with model weights, code or a forgotten credential in it would be the property of the world.',
  fix: 'Push to a private repository of the account. Pulling public images stays possible.',
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: [action, 'ecr-public:CreateRepository'] }] },
  promises: [
    {
      that: 'Nobody, the deploy role and the emergency role among them, makes a public repository or fills one',
      deny: { Action: ['ecr-public:CreateRepository', 'ecr-public:PutImage'] },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'AC-22', 'SC-7']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.7', 'C1.1']),
    judged('eu-ai-act', ['Art. 15(5)']),
  ],
  examples: [
    { when: 'an image is pushed to a public repository', action, denied: true },
    { when: 'a public repository is created', action: 'ecr-public:CreateRepository', denied: true },
    { when: 'somebody logs in to pull', action: 'ecr-public:GetAuthorizationToken', denied: false },
    { when: 'an image is pushed to a private repository', action: 'ecr:PutImage', denied: false },
  ],
});
