import type { Violation } from './calls';
import { models } from './violations/models';
import { perimeter } from './violations/perimeter';
import { tampering } from './violations/tampering';
import { workloads } from './violations/workloads';

const everywhere = [...perimeter, ...tampering, ...models];

/** What must not be done in an AI account of `accounts/`, by its name. Each call breaks one rule and keeps all others. */
export const violations: Readonly<Record<string, readonly Violation[]>> = {
  'ml-development': [...everywhere, ...workloads],
  'ml-production': [...everywhere, ...workloads],
  sandbox: everywhere,
};
