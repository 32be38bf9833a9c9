import { z } from 'zod';

export const lineageForm = z.strictObject({});
