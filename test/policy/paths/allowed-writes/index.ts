import { keeping } from './keeping';
import { models } from './models';
import type { AllowedByService } from './reasons';
import { watching } from './watching';

/** Actions that no service control policy denies although their other half is guarded, and why that breaks no promise. */
export const allowedWrites: AllowedByService = { ...keeping, ...models, ...watching };
