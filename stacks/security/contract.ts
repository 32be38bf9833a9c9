import type { Contract } from '../kernel/contract';

export const securityContract = {
  /** The GuardDuty administrator's detector of each governed region. */
  detectorIds: 'map',
  /** Macie's custom data identifiers, by `identifierKey`. */
  customDataIdentifierIds: 'map',
  /** The EventBridge bus that findings of every account meet on. */
  findingsBusArn: 'text',
  findingsTopicArn: 'text',
} as const satisfies Contract;
