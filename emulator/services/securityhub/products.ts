import { arnOf } from '../../toolkit/arn';
import type { SecurityHubOperations } from './api';

/** Services whose findings Security Hub takes from the day on which both are enabled (User Guide, securityhub-internal-providers). */
const integrated = ['access-analyzer', 'config', 'guardduty', 'health', 'inspector', 'macie'];

/** The products that send findings to a hub: those of AWS that do so unasked, because nothing here subscribes to others. */
export const productOperations = (): SecurityHubOperations => ({
  ListEnabledProductsForImport: (call) => ({
    ProductSubscriptions: integrated.map((name) => arnOf('securityhub', call, `product-subscription/aws/${name}`)),
  }),
});
