import type { EmptyLists } from './empty-list';

/** Source: botocore's model chatbot/2017-10-11. */
export const chatbot: EmptyLists = {
  DescribeChimeWebhookConfigurations: [
    'WebhookConfigurations',
    'CreateChimeWebhookConfiguration',
    'POST /describe-chime-webhook-configurations',
  ],
  ListCustomActions: ['CustomActions', 'CreateCustomAction', 'POST /list-custom-actions'],
};
