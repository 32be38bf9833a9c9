import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'sagemaker-bearer-tokens',
  title: 'Endpoints are called with signed requests, not with bearer tokens',
  why: 'A token works for hours from wherever it was copied to: a log, a notebook, the settings of a chat client.',
  fix: 'Sign the request with a role (InvokeEndpoint of the SDK); put a gateway that signs before token-only clients.',
  severity: 'high',
  where: everyAccount,
  // Calls with a token need this action beside that of the call itself.
  prevent: { scp: [{ Action: 'sagemaker:CallWithBearerToken' }] },
  promises: [
    { that: 'No endpoint answers to a token, whoever has it', deny: { Action: 'sagemaker:CallWithBearerToken' } },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'IA-5', 'IA-9']),
    judged('hipaa', ['164.312(d)']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    {
      when: 'a token is used',
      action: 'sagemaker:CallWithBearerToken',
      context: { 'sagemaker:BearerTokenType': 'SHORT_TERM' },
      denied: true,
    },
    { when: 'the call is signed', action: 'sagemaker:InvokeEndpoint', denied: false },
  ],
});
