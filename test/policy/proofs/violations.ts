import type { Violation } from './calls';
import { audit } from './violations/audit';
import { models } from './violations/models';
import { perimeter } from './violations/perimeter';
import { credentials, tampering } from './violations/tampering';
import { workloads } from './violations/workloads';

const everywhere = [...perimeter, ...tampering, ...credentials, ...models];

/** What must not be done in an account of `accounts/`, by its name. Each call breaks one rule and keeps all others. */
export const violations: Readonly<Record<string, readonly Violation[]>> = {
  'ml-development': [...everywhere, ...workloads],
  'ml-production': [...everywhere, ...workloads],
  sandbox: everywhere,
  security: [...tampering, ...audit],
};
