import type { Contract } from '../kernel/contract';

/** The recorder's role as `configRecorder`, those of remediations by control; empty for an account outside the organization. */
export const accountContract = { roleArns: 'map' } as const satisfies Contract;
