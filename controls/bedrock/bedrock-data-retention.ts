import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:PutAccountDataRetention';
const key = 'bedrock:DataRetentionMode';
const mantleKey = 'bedrock-mantle:DataRetentionMode';
const none = 'none';

export default defineControl({
  id: 'bedrock-data-retention',
  title: "Bedrock's data retention is set to none, or not at all",
  why: 'In other modes AWS keeps prompts and answers, and with provider_data_share the maker of the model gets them.',
  fix: "Set the mode 'none', or leave it out of a project. A model that insists on retention is not for this account.",
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      { Action: action, Condition: { StringNotEquals: { [key]: none } } },
      {
        Action: [
          'bedrock-mantle:CreateProject',
          'bedrock-mantle:PutAccountDataRetention',
          'bedrock-mantle:UpdateProject',
        ],
        // The Null test lets a project be made or renamed without a mode: it takes that of the account.
        Condition: { StringNotEquals: { [mantleKey]: none }, Null: { [mantleKey]: 'false' } },
      },
    ],
  },
  promises: [
    {
      that: 'Nobody lets the maker of a model keep what an account asks',
      deny: {
        Action: 'bedrock:PutAccountDataRetention',
        Condition: { StringEquals: { [key]: 'provider_data_share' } },
      },
    },
    {
      that: 'Nobody does so in mantle, or in a project of it',
      deny: {
        Action: [
          'bedrock-mantle:CreateProject',
          'bedrock-mantle:PutAccountDataRetention',
          'bedrock-mantle:UpdateProject',
        ],
        Condition: { StringEquals: { [mantleKey]: 'provider_data_share' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SA-9(5)', 'SI-12', 'PT-2']),
    judged('hipaa', ['164.502(b)']),
    judged('gdpr', ['Art. 5(1)(e)', 'Art. 28', 'Art. 44']),
    judged('soc-2', ['C1.1', 'P4.2']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MEASURE 2.10']),
  ],
  examples: [
    { when: 'data is shared with the provider', action, context: { [key]: 'provider_data_share' }, denied: true },
    { when: 'the choice is left to each model', action, context: { [key]: 'default' }, denied: true },
    { when: 'retention is switched off', action, context: { [key]: none }, denied: false },
    {
      when: 'a project shares data with the provider',
      action: 'bedrock-mantle:UpdateProject',
      context: { [mantleKey]: 'provider_data_share' },
      denied: true,
    },
    { when: 'a project is renamed', action: 'bedrock-mantle:UpdateProject', denied: false },
  ],
});
