import { actionsOfAiServices } from '../../schema/facts/ai-services';
import { names } from '../../schema/facts/names';
import { defineControl, judged } from '../../schema/forms/control';
import { notConfigRecorder, spareConfigRecorder } from '../shared/config-recorder';
import { everyAccount } from '../where';

const action = 'textract:AnalyzeDocument';

export default defineControl((settings) => {
  const denied = actionsOfAiServices(settings.ai.approvedServices);
  // The recorder of AWS Config reads, and these begin a use: nobody is spared, so that other controls may rely on it.
  const beginnings = denied.filter((each) => !each.endsWith(':*'));
  const services = denied.filter((each) => each.endsWith(':*'));
  return {
    id: 'ai-services-approved',
    title: 'Only approved AI services are used',
    why: 'Faces, voices, documents and code go to a service that nobody assessed, and no guardrail or log of ours sees it.',
    fix: 'Have the service assessed and added to ai.approvedServices in accounts/landing-zone.ts.',
    severity: 'high',
    where: everyAccount,
    prevent: {
      scp: [
        { Action: services, Condition: spareConfigRecorder(settings) },
        ...(beginnings.length > 0 ? [{ Action: beginnings }] : []),
      ],
    },
    promises: [
      {
        that: 'Nobody, in no account, uses an AI service that is not approved',
        deny: { Action: denied },
        assuming: [notConfigRecorder(settings)],
      },
      ...(beginnings.length > 0
        ? [
            {
              that: 'Nobody at all, the recorder of AWS Config among them, begins to use one',
              deny: { Action: beginnings },
            },
          ]
        : []),
    ],
    satisfies: [
      judged('nist-800-53-r5', ['CM-7', 'CM-7(5)', 'SA-9']),
      judged('gdpr', ['Art. 25', 'Art. 28']),
      judged('soc-2', ['CC6.1', 'CC9.2']),
      judged('eu-ai-act', ['Art. 26(1)']),
      judged('iso-42001', ['A.4.2', 'A.10.3']),
      judged('nist-ai-rmf', ['GOVERN 1.6', 'GOVERN 6.1']),
    ],
    examples: [
      ...(settings.ai.approvedServices.includes('textract')
        ? []
        : [{ when: 'a document is read by a service that nobody approved', action, denied: true }]),
      { when: 'a service that AWS has ended is called', action: 'lookoutvision:DetectAnomalies', denied: true },
      { when: 'a vector store that is there is searched', action: 'aoss:APIAccessAll', denied: false },
      {
        when: 'AWS Config records what is there',
        action: 'rekognition:DescribeStreamProcessor',
        principal: names.configRecorderRole(settings),
        denied: false,
      },
    ],
  };
});
