import { defineControl, judged } from '../../schema/forms/control';
import { noLongLivedSecret } from '../shared/mappings';
import { everyAccount } from '../where';

const action = 'bedrock:CallWithBearerToken';
const key = 'bedrock:BearerTokenType';
const mantleKey = 'bedrock-mantle:BearerTokenType';
const shortTerm = 'SHORT_TERM';

export default defineControl({
  id: 'bedrock-bearer-tokens',
  title: 'Bedrock accepts no long-term API key',
  why: 'Keys that were made before the account was governed, or outside it, would go on working for years.',
  fix: 'Sign the request with the credentials of a role, or use a short-term key.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      // Negated, so that a token of a kind that is not known yet is denied too.
      { Action: action, Condition: { StringNotEquals: { [key]: shortTerm } } },
      { Action: 'bedrock-mantle:CallWithBearerToken', Condition: { StringNotEquals: { [mantleKey]: shortTerm } } },
    ],
  },
  promises: [
    {
      that: 'No call of Bedrock is let in by an API key that never expires',
      deny: { Action: 'bedrock:CallWithBearerToken', Condition: { StringEquals: { [key]: 'LONG_TERM' } } },
    },
    {
      that: 'None is by mantle',
      deny: { Action: 'bedrock-mantle:CallWithBearerToken', Condition: { StringEquals: { [mantleKey]: 'LONG_TERM' } } },
    },
  ],
  satisfies: [judged('nist-800-53-r5', ['IA-2', 'IA-5(1)']), ...noLongLivedSecret],
  examples: [
    { when: 'the key is a long-term one', action, context: { [key]: 'LONG_TERM' }, denied: true },
    {
      when: 'a long-term key is used at the mantle endpoint',
      action: 'bedrock-mantle:CallWithBearerToken',
      context: { [mantleKey]: 'LONG_TERM' },
      denied: true,
    },
    { when: 'the request does not say what kind it is', action, denied: true },
    { when: 'the key is a short-term one', action, context: { [key]: shortTerm }, denied: false },
  ],
});
