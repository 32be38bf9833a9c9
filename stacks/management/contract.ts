import type { Contract } from '../kernel/contract';
import { accountIdsContract } from '../kernel/landing-zone-stack';

export const managementContract = {
  ...accountIdsContract,
  organizationId: 'text',
  rootId: 'text',
  ouIds: 'map',
} as const satisfies Contract;
