import type { Contract } from '../kernel/contract';

/** ARN of each organization conformance pack as `<name>/<region>`. */
export const complianceContract = { packArns: 'map' } as const satisfies Contract;
