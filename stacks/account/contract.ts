import type { Contract } from '../kernel/contract';

/** The recorder's role as `configRecorder`, where it is ours, and those of remediations by control; empty for an account outside the organization. */
export const accountContract = { roleArns: 'map' } as const satisfies Contract;
