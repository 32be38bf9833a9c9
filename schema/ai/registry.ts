import { z } from 'zod';
import { kebabName } from '../text';

/** Model package groups of the SageMaker model registry. */
export const registryForm = z.strictObject({
  groups: z.array(z.strictObject({ name: kebabName(63), description: z.string().min(1).max(1024) })).default([]),
});
