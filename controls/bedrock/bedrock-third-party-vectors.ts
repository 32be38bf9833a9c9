import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'bedrock:AssociateThirdPartyKnowledgeBase';

export default defineControl({
  id: 'bedrock-third-party-vectors',
  title: 'Knowledge bases keep their vectors in AWS',
  why: 'Text can be reconstructed from its vectors, and a store outside AWS is in no log of the company.',
  fix: 'Use OpenSearch Serverless, Aurora, Neptune or S3 Vectors in the account as the vector store.',
  severity: 'high',
  where: everyAccount,
  prevent: { scp: [{ Action: action }] },
  promises: [
    {
      that: 'No knowledge base is put on a store of another company',
      deny: { Action: 'bedrock:AssociateThirdPartyKnowledgeBase' },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'SA-9(5)']),
    judged('hipaa', ['164.308(b)(1)']),
    judged('gdpr', ['Art. 28', 'Art. 44']),
    judged('soc-2', ['CC9.2']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2', 'A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MEASURE 2.10']),
  ],
  examples: [
    {
      when: 'a knowledge base is given the secret of an outside store',
      action,
      context: {
        'bedrock:ThirdPartyKnowledgeBaseCredentialsSecretArn':
          'arn:aws:secretsmanager:eu-central-1:123456789012:secret:vectors-a1b2c3',
      },
      denied: true,
    },
    { when: 'a knowledge base is made', action: 'bedrock:CreateKnowledgeBase', denied: false },
  ],
});
